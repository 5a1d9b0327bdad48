-- Places with their dates. The rows come from database/reference/places/ at each deploy whose files differ.

create table reference_load (
  name text primary key,
  hash text not null,
  loaded_at timestamptz not null default now()
);
comment on table reference_load is 'Which reference files this database holds, by the hash of their content.';

create table place (
  level text not null check (level in ('province', 'district', 'commune')),
  code text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  kind text not null,
  name text not null,
  full_name text not null,
  name_folded text not null,
  parent_code text check ((parent_code is null) = (level = 'province')),
  province_code text not null,
  primary key (level, code, valid_from)
);
create index place__parent on place (parent_code, valid_from) where parent_code is not null;
create index place__province on place (province_code, level, valid_from);
create index place__name_folded on place (name_folded text_pattern_ops);
comment on table place is 'Administrative units. Codes were reused on 2025-07-01, so a code means a place only together with a day.';

create table place_succession (
  level text not null,
  old_code text not null,
  new_level text not null,
  new_code text not null,
  relation text not null check (relation in ('unchanged', 'renamed_or_retyped', 'converted_to_special_zone', 'merged_whole',
    'merged_part', 'merged_part_all_people', 'via_communes', 'unknown')),
  effective_date date not null,
  primary key (level, old_code, effective_date, new_level, new_code)
);
create index place_succession__new on place_succession (new_level, new_code, effective_date);
comment on table place_succession is 'What became of a place on a day. Several rows of one place and day: it was split, and a person must say which.';
