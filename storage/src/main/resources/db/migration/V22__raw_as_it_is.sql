-- Raw mail is stored without trying to compress it: attachments are compressed already, and the try took more
-- processor time than all other statements of a mail of 100 KB. What was stored before stays readable.
alter table inbox alter column raw set storage external;
