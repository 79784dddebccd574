-- Points are granted to sites that are there (P-14). Contracts are older than sites in the order of migrations.
alter table points_allowance add constraint allowance_of_a_site foreign key (desk, site) references site (desk, number);
