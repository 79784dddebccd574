-- What a ticket is for its service level, from when on. Deadlines are derived from this and ticket_event each time.
create table ticket_classification (
  desk       text        not null,
  id         bigint      generated always as identity,
  ticket     bigint      not null,
  type       text        not null check (type ~ '^[A-Z_]{1,40}$'),
  severity   text        check (length(severity) <= 100),      -- null: as before; '': none
  reason     text        not null check (length(reason) <= 4000),
  actor_kind text        not null check (actor_kind in ('STAFF', 'CUSTOMER', 'DESK')),
  actor      text        not null check (length(actor) <= 500 and (actor = '') = (actor_kind = 'DESK')),
  at         timestamptz not null,
  primary key (desk, id),
  foreign key (desk, ticket) references ticket
);
create index classification_of_ticket on ticket_classification (desk, ticket, id);
create trigger append_only before update or delete or truncate on ticket_classification
  for each statement execute function refuse_rewrite();

-- Tickets from before have been what they are from the beginning.
insert into ticket_classification (desk, ticket, type, severity, reason, actor_kind, actor, at)
select desk, number, type, null, '', 'DESK', '', created_at from ticket where type <> 'UNKNOWN' order by desk, number;

-- Who was told of a deadline. A key is told once, however many machines look and however often.
create table level_notice (
  desk   text        not null,
  id     bigint      generated always as identity,
  ticket bigint      not null,
  key    text        not null check (length(key) between 1 and 400),
  told   text        not null check (length(told) <= 500),      -- whom; '': the desk
  due_at timestamptz not null,
  silent boolean     not null,                                  -- a later one was due as well and told instead
  at     timestamptz not null,
  primary key (desk, id),
  unique (desk, ticket, key),
  foreign key (desk, ticket) references ticket
);
create trigger append_only before update or delete or truncate on level_notice
  for each statement execute function refuse_rewrite();

-- When a ticket's deadlines are looked at next: a reminder for the bots, no deadline. Every change says: at once.
alter table ticket add column look_at timestamptz not null default '-infinity',
                   add column look_leased_until timestamptz not null default '-infinity';
update ticket set look_at = 'infinity' where state in ('CLOSED', 'CLOSED_UNPAID', 'MERGED');
create index ticket_look on ticket (desk, look_at) where look_at < 'infinity';

grant select, insert on ticket_classification, level_notice to parley_bot;
