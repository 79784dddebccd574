-- A redirected mail is answered once in a thread: found by the ids of messages that belong to no ticket.
create index message_aside_by_id on message (desk, message_id) where message_id is not null and ticket is null;
