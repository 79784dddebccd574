-- A checkpoint may also hold the refresh token that a mailbox's provider gave last, sealed: some 3,000 characters.
alter table checkpoint drop constraint checkpoint_value_check;
alter table checkpoint add constraint checkpoint_value_check check (length(value) <= 8000);
