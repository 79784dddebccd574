-- Which message a kept file stands in. What stands in none any more is collected (ADR 19); this key is the guard that
-- nothing else ever is.
create table kept_file_of (
  desk   text not null,
  key    text not null,
  sha256 text not null,
  primary key (desk, key, sha256),
  foreign key (desk, key) references inbox (desk, key) on delete cascade,
  foreign key (desk, sha256) references kept_file
);
create index kept_file_of_file on kept_file_of (desk, sha256);
create index kept_file_by_age on kept_file (kept_at);

-- What was kept before: both hashes of a line that stands for a file, of which one or both are kept.
insert into kept_file_of (desk, key, sha256)
select distinct i.desk, i.key, hash.sha256
  from inbox i
 cross join lateral regexp_matches(encode(i.raw, 'escape'),
    'parley-[0-9a-f]{32} file ([0-9a-f]{64}) \d{1,15} ([0-9a-f]{64}) ', 'g') as line
 cross join lateral unnest(line) as hash (sha256)
  join kept_file f on f.desk = i.desk and f.sha256 = hash.sha256
 where i.mark <> '';

alter table kept_file_piece drop constraint kept_file_piece_desk_sha256_fkey;
alter table kept_file_piece add foreign key (desk, sha256) references kept_file on delete cascade;

grant select, insert on kept_file_of to parley_bot;
grant update (kept_at), delete on kept_file to parley_bot;

-- What is remembered of mail that a server no longer has is forgotten.
grant delete on checkpoint to parley_bot;
