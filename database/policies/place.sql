-- Places are public facts: every role of the app reads them, only the deploy writes them.

create policy place__deploy on place for all to ke_vai_owner using (true) with check (true);
create policy place__read on place for select to ke_vai_app using (true);
grant select on place to ke_vai_app;

create policy place_succession__deploy on place_succession for all to ke_vai_owner using (true) with check (true);
create policy place_succession__read on place_succession for select to ke_vai_app using (true);
grant select on place_succession to ke_vai_app;
