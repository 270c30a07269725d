-- Customers that turned out to be one, and what to give back when they turn out to be two.
create table customer_merge (
    id uuid primary key,
    winner_id uuid not null,
    loser_id uuid not null check (loser_id <> winner_id),
    state text not null check (state in ('MERGED', 'UNDONE')),
    -- Fields of the winner that came from the loser, and what was there before: sealed, as it may name a person.
    taken_fields text[] not null,
    winner_before bytea not null,
    merge_time timestamptz not null,
    undo_time timestamptz,
    principal text not null,
    request_id text not null,
    request_hash text not null
);
create index customer_merge_time on customer_merge (merge_time desc, id desc);
create index customer_merge_winner on customer_merge (winner_id, merge_time desc, id desc);
create unique index customer_merge_loser on customer_merge (loser_id) where state = 'MERGED';
create index customer_merge_loser_time on customer_merge (loser_id, merge_time desc, id desc);
create unique index customer_merge_request on customer_merge (principal, request_id) where request_id <> '';

-- Which records went from the loser to the winner, by what holds them.
create table customer_merge_move (
    merge_id uuid not null references customer_merge,
    holding text not null,
    keys text[] not null,
    primary key (merge_id, holding)
);
