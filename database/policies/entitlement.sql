-- What policy.accompanied looks at.
grant select (accompanies_id, legal_status, identified_on, nationality, found_in) on case_file to ke_vai_gate;
