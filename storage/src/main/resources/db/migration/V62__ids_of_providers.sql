-- Some providers send mail on under a Message-ID of their own (SES): an answer may name that one alone.
create index outbox_by_provider on outbox (desk, provider_id) where provider_id <> '' and ticket > 0;
