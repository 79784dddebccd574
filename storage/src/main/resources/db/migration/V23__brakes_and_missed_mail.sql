-- Acknowledgements to senders nobody could prove: the desk's caps per address, per domain and in all are counted here.
create table acknowledgement (
  desk    text        not null references desk,
  address text        not null,
  domain  text        not null,
  at      timestamptz not null
);
create index acknowledgement_at on acknowledgement (desk, at);
grant select, insert on acknowledgement to parley_bot;

-- MISSED: a mail its server names but does not hand over; its row has no raw text. WANTED: staff want it fetched again.
alter table inbox drop constraint inbox_status_check;
alter table inbox add constraint inbox_status_check
  check (status in ('NEW', 'DONE', 'QUARANTINED', 'MISSED', 'WANTED'));
drop index inbox_quarantined;
create index inbox_quarantined on inbox (desk, id) where status in ('QUARANTINED', 'MISSED');
create index inbox_wanted on inbox (desk, channel, id) where status = 'WANTED';
