-- Large files of mail are taken out of it while it comes and kept once a desk, by what they hold (ADR 19). In pieces, so
-- that nobody ever holds one whole in memory. Stored without trying to compress: they mostly are already.
create table kept_file (
  desk    text        not null references desk,
  sha256  text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size    bigint      not null check (size >= 0),
  kept_at timestamptz not null default clock_timestamp(),
  primary key (desk, sha256)
);
create table kept_file_piece (
  desk   text    not null,
  sha256 text    not null,
  n      integer not null check (n >= 0),
  bytes  bytea   not null,
  primary key (desk, sha256, n),
  foreign key (desk, sha256) references kept_file
);
alter table kept_file_piece alter column bytes set storage external;

-- How the lines begin in raw that stand for such files; whether the mail was longer than is taken.
alter table inbox add column mark text not null default '' check (length(mark) <= 100);
alter table inbox add column cut_off boolean not null default false;

grant select, insert on kept_file, kept_file_piece to parley_bot;
