-- Tickets as cards in the rooms of a chat, and which of them changed since they were shown.

-- The room new cards of a desk go to. Desks without one pay nothing for the triggers below but the look here.
create table chat_room (
  desk text primary key references desk,
  room text not null check (length(room) between 1 and 100)
);

-- Only ever added to by those who change a ticket, so nobody waits for anybody; taken away by who redraws the card.
create table chat_change (
  id     bigint generated always as identity primary key,
  desk   text   not null,
  ticket bigint not null
);
create index chat_change_of_desk on chat_change (desk, id);

-- changes > settled: the card is not up to date. begun: what was about to be posted when somebody was last heard of.
create table chat_card (
  desk     text        not null,
  ticket   bigint      not null check (ticket > 0),
  room     text        not null check (length(room) between 1 and 100),
  ts       text        not null default '' check (length(ts) <= 100),
  shown    text        not null default '' check (length(shown) <= 100),
  mirrored bigint      not null default 0,
  begun    text        not null default '' check (length(begun) <= 200),
  begun_at timestamptz,
  changes  bigint      not null default 1,
  settled  bigint      not null default 0 check (settled <= changes),
  turn     bigint      not null default 0,
  free_at  timestamptz not null default '-infinity',
  why      text        not null default '' check (length(why) <= 2000),
  primary key (desk, ticket),
  foreign key (desk, ticket) references ticket,
  constraint begun_at_a_time check ((begun = '') = (begun_at is null))
) with (fillfactor = 70);
create index chat_card_stale on chat_card (desk, ticket) where changes > settled;
create index chat_card_of_thread on chat_card (desk, room, ts) where ts <> '';

grant select, insert, update on chat_room, chat_card to parley_bot;
grant select, insert, delete on chat_change to parley_bot;
grant usage on all sequences in schema public to parley_bot;

create function note_ticket_change() returns trigger language plpgsql as $$
begin
  insert into chat_change (desk, ticket) select new.desk, new.number from chat_room r where r.desk = new.desk;
  return null;
end $$;

create function note_change_of_ticket() returns trigger language plpgsql as $$
begin
  insert into chat_change (desk, ticket) select new.desk, new.ticket from chat_room r where r.desk = new.desk;
  return null;
end $$;

create trigger shown_in_chat after insert on ticket for each row execute function note_ticket_change();
create trigger shown_in_chat_again after update on ticket for each row
  when (new.version is distinct from old.version or new.subject is distinct from old.subject
        or new.customer is distinct from old.customer)
  execute function note_ticket_change();
create trigger shown_in_chat after insert on message for each row
  when (new.ticket is not null) execute function note_change_of_ticket();
create trigger shown_in_chat after update of status on outbox for each row
  when (new.ticket > 0 and new.status is distinct from old.status) execute function note_change_of_ticket();
create trigger shown_in_chat after insert on notice for each row
  when (new.ticket > 0) execute function note_change_of_ticket();
create trigger shown_in_chat after insert on ticket_classification for each row
  execute function note_change_of_ticket();
create trigger shown_in_chat after insert or update on ticket_triage for each row
  execute function note_change_of_ticket();
create trigger shown_in_chat after insert or update on held_reply for each row
  execute function note_change_of_ticket();

-- ------------------------------------------------------------------------------------------ people

-- Where staff are known in a chat: by their mail address, or by an account they linked themselves.
create table staff_address (
  desk    text not null,
  login   text not null,
  address text not null check (length(address) between 3 and 320 and address = lower(address)),
  primary key (desk, login),
  foreign key (desk, login) references staff
);
create unique index staff_by_address on staff_address (desk, address);

create table chat_person (
  desk      text        not null,
  account   text        not null check (length(account) between 1 and 200),
  login     text        not null,
  linked_at timestamptz not null,
  primary key (desk, account),
  foreign key (desk, login) references staff
);

grant select, insert, update, delete on chat_person to parley_bot;
grant select on staff_address to parley_bot;
grant select, insert, update, delete on staff_address, chat_person to parley_billing;
