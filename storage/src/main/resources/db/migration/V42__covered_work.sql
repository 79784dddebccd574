-- Work that a package of hours covers has no price of its own: time entries are what it costs (H-01, T104).
alter table ticket drop constraint ticket_type_check;
alter table ticket add constraint ticket_type_check
  check (type in ('UNKNOWN', 'INCIDENT', 'FEATURE', 'PRICED', 'COVERED'));
