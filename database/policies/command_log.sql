-- Commands and audit. A person sees her own commands; audit lines are added by policy.append_audit alone.

create policy command_log__own on command_log for all to ke_vai_app
  using (account_id = (select policy.actor())) with check (account_id = (select policy.actor()));
grant select, insert on command_log to ke_vai_app;
grant update (answer) on command_log to ke_vai_app;

create policy audit_chain__scribe on audit_chain for all to ke_vai_scribe using (true) with check (true);
create policy audit_event__scribe on audit_event for insert to ke_vai_scribe with check (true);
grant select, insert, update (last_seq, head) on audit_chain to ke_vai_scribe;
grant insert on audit_event to ke_vai_scribe;
