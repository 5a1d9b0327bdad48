-- Commands and audit. A person sees her own commands; audit lines are only ever added, as herself.

create policy command_log__own on command_log for all to ke_vai_app
  using (account_id = policy.actor()) with check (account_id = policy.actor());
grant select, insert on command_log to ke_vai_app;
grant update (answer) on command_log to ke_vai_app;

create policy audit_event__add on audit_event for insert to ke_vai_app with check (account_id = policy.actor());
grant insert on audit_event to ke_vai_app;
