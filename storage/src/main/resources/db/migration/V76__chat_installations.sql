-- Workspaces that installed our app by OAuth. Tokens are sealed before they come here.
create table chat_installation (
  desk         text        not null references desk,
  workspace    text        not null check (length(workspace) between 1 and 200),
  sealed       bytea       not null check (length(sealed) between 29 and 65536),
  installed_at timestamptz not null,
  primary key (desk, workspace)
);
grant select, insert, update, delete on chat_installation to parley_bot;
