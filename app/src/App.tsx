import { Route, Switch } from 'wouter'
import { SignInPage } from './account/SignInPage.tsx'
import { standingWith, useSession } from './account/session.ts'
import { useLanguage } from './language/language.ts'
import { LookAgainPage } from './offline/LookAgainPage.tsx'
import { paths } from './paths.ts'
import { NewPersonPage } from './register/NewPersonPage.tsx'
import { PersonPage } from './register/PersonPage.tsx'
import { QuickNotePage } from './register/QuickNotePage.tsx'
import { RegisterPage } from './register/RegisterPage.tsx'
import { Shell } from './Shell.tsx'
import { TodayPage } from './today/TodayPage.tsx'
import { Page } from './ui/Page.tsx'

/** The whole application on one scroll. */
export function App() {
  const session = useSession()
  if (session.state === 'looking') return null
  if (session.state !== 'signed_in') return <SignInPage />
  const inClub = standingWith(session.me, 'contact.record') !== null
  return (
    <Shell>
      <Switch>
        <Route path={paths.home()} component={inClub ? TodayPage : Nowhere} />
        <Route path={paths.register()} component={RegisterPage} />
        <Route path={paths.newPerson()} component={NewPersonPage} />
        <Route path="/register/person/:personId">
          {({ personId }) => <PersonPage personId={personId} />}
        </Route>
        <Route path="/register/person/:personId/contact">
          {({ personId }) => <QuickNotePage personId={personId} />}
        </Route>
        <Route path={paths.lookAgain()} component={LookAgainPage} />
        <Route component={Nowhere} />
      </Switch>
    </Shell>
  )
}

function Nowhere() {
  const { say } = useLanguage()
  return <Page title={say({ vi: 'Không có trang này', en: 'There is no such page' })}>{null}</Page>
}
