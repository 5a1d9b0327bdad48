-- What the police are shown of her stands on a consent of hers, as what a referral carries does.
alter table verification_request add column consent_id uuid;
alter table verification_request add foreign key (province, consent_id) references consent;
create index verification_request__consent on verification_request (province, consent_id) where consent_id is not null;
comment on column verification_request.consent_id is 'The yes on which her words or who she is were shown; null where only the question went. What has none, and is more than the question, opens for nobody.';
