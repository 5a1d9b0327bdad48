import { Redirect, Route, Switch, useRoute } from 'wouter'
import { AccountPage } from './account/AccountPage.tsx'
import { InvitationPage } from './account/InvitationPage.tsx'
import { InvitePeoplePage } from './account/InvitePeoplePage.tsx'
import { ShutVaultPage } from './account/ShutVaultPage.tsx'
import { SignInPage } from './account/SignInPage.tsx'
import { standingWith, useSession } from './account/session.ts'
import { agencyPages } from './agency-pages.ts'
import { ApprovalsPage } from './approval/ApprovalsPage.tsx'
import { AuditPage } from './audit/AuditPage.tsx'
import { CasePage } from './case/CasePage.tsx'
import { CasesPage } from './case/CasesPage.tsx'
import { GroupPage } from './case/GroupPage.tsx'
import { HandOverPage } from './case/HandOverPage.tsx'
import { NewCasePage } from './case/NewCasePage.tsx'
import { NothingYetPage } from './case/NothingYetPage.tsx'
import { NoticesPage } from './case/NoticesPage.tsx'
import { ReceiveGroupPage } from './case/ReceiveGroupPage.tsx'
import { ClubPage } from './club/ClubPage.tsx'
import { ClubsPage } from './club/ClubsPage.tsx'
import { NewClubPage } from './club/NewClubPage.tsx'
import { OwnClubPage } from './club/OwnClubPage.tsx'
import { OwnNotesPage } from './club/OwnNotesPage.tsx'
import { CompanionPage, CompanionsPage } from './companion/CompanionsPage.tsx'
import { HerSheetPage } from './companion/HerSheetPage.tsx'
import { CardPage } from './departure/CardPage.tsx'
import { DeparturePage } from './departure/DeparturePage.tsx'
import { OfferPage } from './departure/OfferPage.tsx'
import { DirectoryPage } from './directory/DirectoryPage.tsx'
import { ChangeEntryPage, NewEntryPage } from './directory/EditEntryPage.tsx'
import { EntryPage } from './directory/EntryPage.tsx'
import { HotlineLine, KeptDirectoryPage } from './directory/KeptDirectoryPage.tsx'
import { EmergencyListPage } from './emergency/EmergencyListPage.tsx'
import { ExclusionsPage } from './grant/ExclusionsPage.tsx'
import { PeoplePage } from './grant/PeoplePage.tsx'
import { useLanguage } from './language/language.ts'
import { ImportPage } from './ledger/ImportPage.tsx'
import { MonthOfPage } from './month/MonthOfPage.tsx'
import { MonthPage } from './month/MonthPage.tsx'
import { MonthsToAcceptPage } from './month/MonthsToAcceptPage.tsx'
import { MonthToAcceptPage } from './month/MonthToAcceptPage.tsx'
import { LookAgainPage } from './offline/LookAgainPage.tsx'
import { paths } from './paths.ts'
import { ReceivedReferralPage } from './referral/ReceivedReferralPage.tsx'
import { ReferPersonPage } from './referral/ReferPersonPage.tsx'
import { ReferralInboxPage } from './referral/ReferralInboxPage.tsx'
import { AssignPage } from './register/AssignPage.tsx'
import { ErasePage } from './register/ErasePage.tsx'
import { ExportPage } from './register/ExportPage.tsx'
import { FindPersonPage } from './register/FindPersonPage.tsx'
import { GroupsPage } from './register/GroupsPage.tsx'
import { MergePage } from './register/MergePage.tsx'
import { NewPersonPage } from './register/NewPersonPage.tsx'
import { PaperPage } from './register/PaperPage.tsx'
import { PersonPage } from './register/PersonPage.tsx'
import { QuickNotePage } from './register/QuickNotePage.tsx'
import { ReachPage } from './register/ReachPage.tsx'
import { RegisterPage } from './register/RegisterPage.tsx'
import { SafeContactPage } from './register/SafeContactPage.tsx'
import { ScreeningPage } from './register/ScreeningPage.tsx'
import { OwnReportPage } from './report/OwnReportPage.tsx'
import { ReportPage } from './report/ReportPage.tsx'
import { Shell } from './Shell.tsx'
import { InvitePage } from './session/InvitePage.tsx'
import { MobilisationPage } from './session/MobilisationPage.tsx'
import { NewSessionPage } from './session/NewSessionPage.tsx'
import { SessionsPage } from './session/SessionsPage.tsx'
import { ClubSituationPage } from './situation/ClubSituationPage.tsx'
import { SituationPage } from './situation/SituationPage.tsx'
import { ShelterPage } from './stay/ShelterPage.tsx'
import { SurveyPage } from './survey/SurveyPage.tsx'
import { TodayPage } from './today/TodayPage.tsx'
import { TracingInboxPage } from './tracing/TracingInboxPage.tsx'
import { TransferInboxPage } from './transfer/TransferInboxPage.tsx'
import { Page } from './ui/Page.tsx'
import { InboxPage } from './verification/InboxPage.tsx'
import { RoundPage } from './verification/RoundPage.tsx'
import { RoundsPage } from './verification/RoundsPage.tsx'
import { VerificationClocksPage } from './verification/VerificationClocksPage.tsx'

/** What stands below the page of one person. */
const personScreens = [
  ['safe-contact', SafeContactPage],
  ['reach', ReachPage],
  ['screening', ScreeningPage],
  ['departure', DeparturePage],
  ['referral', ReferPersonPage],
  ['groups', GroupsPage],
  ['assign', AssignPage],
  ['invite', InvitePage],
  ['exclusions', ExclusionsPage],
  ['merge', MergePage],
  ['erase', ErasePage],
] as const

/** Screens of a club's own people, with all that stands below; others are told that there is no such page. */
const clubScreens = [
  'register',
  'sessions',
  'mobilisation',
  'surveys',
  'import',
  'month',
  'report',
  'club',
  'companions',
] as const

/** The whole application on one scroll. */
export function App() {
  const session = useSession()
  const [invited] = useRoute(paths.invitation())
  const [atDirectory] = useRoute(paths.directory())
  if (session.state === 'looking') return null
  if (invited) return <InvitationPage />
  if (atDirectory && session.state !== 'signed_in') return <KeptDirectoryPage />
  if (session.state === 'shut') return <ShutVaultPage me={session.me} shut={session.shut} way={session.way} />
  if (session.state !== 'signed_in')
    return (
      <>
        <SignInPage />
        <HotlineLine />
      </>
    )
  const inClub = standingWith(session.me, 'contact.record') !== null
  const officer = standingWith(session.me, 'club.manage') !== null
  const exports = standingWith(session.me, 'register.export') !== null
  const searches = standingWith(session.me, 'identity.search') !== null
  const overseer = standingWith(session.me, 'grant.read') !== null
  const opensAccused = standingWith(session.me, 'situation.accused.read') !== null
  const invites = standingWith(session.me, 'grant.end') !== null
  const readsAudit = standingWith(session.me, 'audit.read') !== null
  const keepsDirectory = standingWith(session.me, 'directory.write') !== null
  const caseWork = standingWith(session.me, 'case.read') !== null
  const handsOver = standingWith(session.me, 'reception.hand_over') !== null
  const readsNotices = standingWith(session.me, 'notice.read') !== null
  const receives = standingWith(session.me, 'case.receive') !== null
  const answersTracing = standingWith(session.me, 'tracing.answer') !== null
  const answersRequests = standingWith(session.me, 'verification.answer') !== null
  const shelters = standingWith(session.me, 'stay.read') !== null
  const readsClocks = standingWith(session.me, 'verification.clocks.read') !== null
  const reconciles = standingWith(session.me, 'reconciliation.take_part') !== null
  const receivesTransfers = standingWith(session.me, 'transfer.receive') !== null
  const readsEmergencies = standingWith(session.me, 'emergency.read') !== null
  const receivesReferrals = standingWith(session.me, 'referral.receive') !== null
  const agencyPage = agencyPages.find(({ permission }) => standingWith(session.me, permission))
  return (
    <Shell>
      <Switch>
        <Route path={paths.home()}>
          {inClub ? (
            <TodayPage />
          ) : officer ? (
            <ToClubs />
          ) : opensAccused ? (
            <SituationPage />
          ) : agencyPage ? (
            <Redirect to={agencyPage.href} replace />
          ) : overseer ? (
            <ToPeople />
          ) : (
            <NothingYetPage />
          )}
        </Route>
        {!inClub &&
          clubScreens.map((screen) => <Route key={screen} path={`/${screen}/*?`} component={Nowhere} />)}
        <Route path={paths.register()} component={RegisterPage} />
        <Route path={paths.newPerson()} component={NewPersonPage} />
        <Route path={paths.exportRegister()} component={exports ? ExportPage : Nowhere} />
        <Route path={paths.findPerson()} component={searches ? FindPersonPage : Nowhere} />
        <Route path="/register/person/:personId">
          {({ personId }) => <PersonPage personId={personId} />}
        </Route>
        <Route path="/register/person/:personId/contact">
          {({ personId }) => <QuickNotePage personId={personId} />}
        </Route>
        {personScreens.map(([below, Screen]) => (
          <Route key={below} path={`/register/person/:personId/${below}` as '/register/person/:personId/*'}>
            {({ personId }) => <Screen personId={personId} />}
          </Route>
        ))}
        <Route path={paths.registerPaper()} component={PaperPage} />
        <Route path={paths.sessions()} component={SessionsPage} />
        <Route path={paths.newSession()} component={NewSessionPage} />
        <Route path={paths.mobilisation()} component={MobilisationPage} />
        <Route path={paths.surveys()} component={SurveyPage} />
        <Route path={paths.situation()} component={inClub || opensAccused ? SituationPage : Nowhere} />
        <Route path="/clubs/:clubId/situation">{({ clubId }) => <ClubSituationPage clubId={clubId} />}</Route>
        <Route path={paths.importLedger()} component={ImportPage} />
        <Route path={paths.month()} component={MonthPage} />
        <Route path="/month/:month">{({ month }) => <MonthOfPage key={month} month={month} />}</Route>
        <Route path={paths.report()}>
          <OwnReportPage />
        </Route>
        <Route path="/report/:month">{({ month }) => <OwnReportPage month={month} />}</Route>
        <Route path={paths.monthsToAccept()} component={MonthsToAcceptPage} />
        <Route path="/clubs/:clubId/month/:month">
          {({ clubId, month }) => <MonthToAcceptPage clubId={clubId} month={month} />}
        </Route>
        <Route path="/clubs/:clubId/report/:month">
          {({ clubId, month }) => (
            <ReportPage clubId={clubId} month={month} pathOf={(other) => paths.clubReport(clubId, other)} />
          )}
        </Route>
        <Route path={paths.clubs()} component={officer ? ClubsPage : Nowhere} />
        <Route path={paths.newClub()} component={officer ? NewClubPage : Nowhere} />
        <Route path="/clubs/:clubId">{({ clubId }) => <ClubPage key={clubId} clubId={clubId} />}</Route>
        <Route path={paths.ownClub()} component={OwnClubPage} />
        <Route path={paths.ownPage()} component={OwnNotesPage} />
        <Route path={paths.people()} component={overseer ? PeoplePage : Nowhere} />
        <Route path={paths.invitePeople()} component={invites ? InvitePeoplePage : Nowhere} />
        <Route path={paths.account()} component={AccountPage} />
        <Route path={paths.approvals()} component={ApprovalsPage} />
        <Route path={paths.audit()} component={readsAudit ? AuditPage : Nowhere} />
        {!caseWork && <Route path="/cases/*?" component={Nowhere} />}
        <Route path={paths.cases()}>
          <CasesPage key="own" shown="own" />
        </Route>
        <Route path={paths.waitingCases()}>
          <CasesPage key="waiting" shown="waiting" />
        </Route>
        <Route path={paths.dueCases()}>
          <CasesPage key="due" shown="due" />
        </Route>
        <Route path={paths.newCase()} component={receives ? NewCasePage : Nowhere} />
        <Route path={paths.receiveGroup()} component={receives ? ReceiveGroupPage : Nowhere} />
        <Route path="/cases/new/group/:receptionId">
          {({ receptionId }) =>
            receives ? <GroupPage key={receptionId} receptionId={receptionId} /> : <Nowhere />
          }
        </Route>
        <Route path="/cases/:caseId/to-cho-chi">{({ caseId }) => <HerSheetPage caseId={caseId} />}</Route>
        <Route path={paths.companions()} component={CompanionsPage} />
        <Route path="/companions/:companionId">
          {({ companionId }) => <CompanionPage key={companionId} companionId={companionId} />}
        </Route>
        <Route path="/cases/:caseId/:tab?">
          {({ caseId, tab }) => <CasePage key={caseId} caseId={caseId} tab={tab} />}
        </Route>
        <Route path={paths.handOver()} component={handsOver ? HandOverPage : Nowhere} />
        <Route path={paths.notices()} component={readsNotices ? NoticesPage : Nowhere} />
        <Route path={paths.referralInbox()} component={receivesReferrals ? ReferralInboxPage : Nowhere} />
        <Route path="/referrals/:referralId">
          {({ referralId }) =>
            receivesReferrals ? (
              <ReceivedReferralPage key={referralId} referralId={referralId} />
            ) : (
              <Nowhere />
            )
          }
        </Route>
        <Route path={paths.transfers()} component={receivesTransfers ? TransferInboxPage : Nowhere} />
        <Route path={paths.emergencySharings()} component={readsEmergencies ? EmergencyListPage : Nowhere} />
        <Route path={paths.offer()} component={OfferPage} />
        <Route path={paths.travelCard()} component={CardPage} />
        <Route path={paths.directory()} component={DirectoryPage} />
        <Route path={paths.newDirectoryEntry()} component={keepsDirectory ? NewEntryPage : Nowhere} />
        <Route path="/directory/:entryId">
          {({ entryId }) => <EntryPage key={entryId} entryId={entryId} />}
        </Route>
        <Route path="/directory/:entryId/change">
          {({ entryId }) => <ChangeEntryPage key={entryId} entryId={entryId} />}
        </Route>
        <Route path={paths.tracing()} component={answersTracing ? TracingInboxPage : Nowhere} />
        <Route path={paths.stays()} component={shelters ? ShelterPage : Nowhere} />
        <Route path={paths.requests()} component={answersRequests ? InboxPage : Nowhere} />
        <Route path={paths.verificationClocks()} component={readsClocks ? VerificationClocksPage : Nowhere} />
        {!reconciles && <Route path="/reconciliations/*?" component={Nowhere} />}
        <Route path={paths.reconciliations()} component={RoundsPage} />
        <Route path="/reconciliations/:roundId">
          {({ roundId }) => <RoundPage key={roundId} roundId={roundId} />}
        </Route>
        <Route path={paths.lookAgain()} component={LookAgainPage} />
        <Route component={Nowhere} />
      </Switch>
    </Shell>
  )
}

// The officer's first page has an address of its own, so that its tab is marked.
function ToClubs() {
  return <Redirect to={paths.clubs()} replace />
}

function ToPeople() {
  return <Redirect to={paths.people()} replace />
}

function Nowhere() {
  const { say } = useLanguage()
  return <Page title={say({ vi: 'Không có trang này', en: 'There is no such page' })}>{null}</Page>
}
