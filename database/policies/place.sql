-- Places are public facts: every role of the app reads them, only the deploy writes them.

create policy place__deploy on place for all to ke_vai_owner using (true) with check (true);
create policy place__read on place for select to ke_vai_app using (true);
grant select on place to ke_vai_app;

create policy place_succession__deploy on place_succession for all to ke_vai_owner using (true) with check (true);
create policy place_succession__read on place_succession for select to ke_vai_app using (true);
grant select on place_succession to ke_vai_app;

-- Roles at a place are answered by the gate.
create policy place_within__deploy on place_within for all to ke_vai_owner using (true) with check (true);
create policy place_within__gate on place_within for select to ke_vai_gate using (true);
create policy place__gate on place for select to ke_vai_gate using (true);
grant select on place, place_within to ke_vai_gate;
