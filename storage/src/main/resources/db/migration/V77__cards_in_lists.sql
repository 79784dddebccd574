-- Of a burst of tickets, many stand in one list until somebody takes one up: the message of that list.
alter table chat_card add column list text not null default '' check (length(list) <= 100);
