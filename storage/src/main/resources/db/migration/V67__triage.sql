-- How staff organise their work: who has a ticket, and replies that can still be called back. Notes are in the table
-- message, as remarks that staff alone see.

create table ticket_triage (
  desk          text        not null,
  ticket        bigint      not null,
  owner         text,
  owned_since   timestamptz,
  snoozed_until timestamptz,
  primary key (desk, ticket),
  foreign key (desk, ticket) references ticket,
  foreign key (desk, owner) references staff,
  constraint owned_since_when check ((owner is null) = (owned_since is null))
);
create index triage_of_owner on ticket_triage (desk, owner) where owner is not null;

create table held_reply (
  desk       text        not null,
  id         bigint      generated always as identity,
  ticket     bigint      not null,
  author     text        not null,
  kind       text        not null check (kind in ('ANSWER', 'REPLY', 'QUESTION')),
  text       text        not null check (length(text) between 1 and 100000),
  heard      bigint      not null check (heard >= 0),
  held_at    timestamptz not null,
  due_at     timestamptz not null check (due_at >= held_at),
  outcome    text        check (outcome in ('SENT', 'UNDONE', 'OVERTAKEN', 'REFUSED')),
  settled_at timestamptz,
  primary key (desk, id),
  foreign key (desk, ticket) references ticket,
  foreign key (desk, author) references staff,
  constraint settled_when check ((outcome is null) = (settled_at is null))
);
create unique index one_reply_waits on held_reply (desk, ticket) where outcome is null;
create index held_reply_due on held_reply (due_at) where outcome is null;

grant select, insert, update on ticket_triage, held_reply to parley_bot;
