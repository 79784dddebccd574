-- What staff should look at. While nobody has seen the same about the same ticket, it is one row, counted.
create table notice (
  desk    text        not null references desk,
  id      bigint      generated always as identity,
  ticket  bigint      not null check (ticket >= 0),             -- 0: belongs to none
  what    text        not null check (what ~ '^STAFF_[A-Z_]+$'),
  subject text        not null check (length(subject) <= 1000),
  text    text        not null,
  times   integer     not null default 1 check (times > 0),
  at      timestamptz not null,
  seen_by text        check (length(seen_by) between 1 and 500),
  seen_at timestamptz,
  primary key (desk, id),
  constraint seen_by_somebody check ((seen_by is null) = (seen_at is null))
) with (fillfactor = 70);
create unique index notice_unseen on notice (desk, ticket, what) where seen_at is null;
grant select, insert, update on notice to parley_bot;
