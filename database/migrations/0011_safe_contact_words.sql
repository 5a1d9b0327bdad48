-- What she says in her own words of how to reach her may name her family (T2): from here on it lies under her key.
-- The columns of before stay until no folder holds words in them: the vault seals and empties them when it starts.

comment on table safe_contact is 'How she may be reached; shown and ticked before any contact. Her own words of it are sealed under her key.';
comment on column safe_contact.say_from is 'Written before 0011 only; sealed and emptied by the vault.';
comment on column safe_contact.who_may_answer is 'Written before 0011 only; sealed and emptied by the vault.';
comment on column safe_contact.visit_rule is 'Written before 0011 only; sealed and emptied by the vault.';
