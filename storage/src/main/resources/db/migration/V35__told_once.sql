-- What a customer is told once, such as that credits run low since a purchase.
create table told_once (
  desk text        not null references desk,
  key  text        not null check (length(key) between 1 and 300),
  at   timestamptz not null,
  primary key (desk, key)
);
grant select, insert on told_once to parley_bot;
