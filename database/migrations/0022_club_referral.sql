-- A person of a club's register is referred as a case is: with her yes to one place and these fields, sealed for it, answered
-- and told back. What came from paper books before (no state) keeps the outcome that the book says.

alter table consent
  alter column case_id drop not null,
  add column person_id uuid,
  add column club_id uuid,
  add foreign key (province, person_id) references person on delete restrict,
  add constraint consent__of_case_or_person check (
    (case_id is null) = (person_id is not null) and (person_id is null) = (club_id is null)
    and (person_id is null or purpose = 'share_referral'));
create index consent__person on consent (province, person_id) where person_id is not null;

alter table referral
  add column words bytea,
  drop constraint referral__of_case_or_person,
  add constraint referral__of_case_or_person check (
    case when case_id is null then club_id is not null and person_id is not null and organisation_id is null
        and emergency_id is null and words_entry_id is null
        and (state is null or state in ('draft', 'awaiting_consent', 'withdrawn') or consent_id is not null)
      else club_id is null and person_id is null and organisation_id is not null and state is not null and words is null
        and (state in ('draft', 'awaiting_consent', 'withdrawn') or consent_id is not null or emergency_id is not null) end);
drop index referral__id;
create index referral__id on referral (id) where state is not null;
comment on column referral.state is 'Null for what was written in a paper book: it keeps its outcome alone.';
comment on column referral.shared is 'Exactly the fields she agreed to, sealed under her key or her case''s for the receiver.';
comment on column referral.words is 'What she needs and how to reach her, under her own key, of a person in a club''s register.';

alter table sharing_notice
  alter column organisation_id drop not null,
  add column club_id uuid references club (id) on delete cascade,
  add constraint sharing_notice__of_one check ((organisation_id is null) = (club_id is not null));
create index sharing_notice__about on sharing_notice (about_id);
