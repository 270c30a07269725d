-- Pairs of customers who may be one, and what people said of them: a decision outlives every search.
create table duplicate_pair (
    id uuid primary key,
    first_id uuid not null,
    second_id uuid not null,
    state text not null check (state in ('OPEN', 'CERTAIN', 'MERGED', 'REJECTED')),
    probability double precision not null,
    weight double precision not null,
    -- Levels of agreement in the order name, email, phone, country, trait.
    agreement text[] not null,
    job_id uuid not null,
    -- Those who are one without asking share it; null when a person is to be asked.
    cluster_id uuid,
    find_time timestamptz not null,
    decide_time timestamptz,
    decided_by text not null default '',
    merge_id uuid,
    check (first_id < second_id),
    unique (first_id, second_id)
);
create index duplicate_pair_state on duplicate_pair (state, (-probability), id);
create index duplicate_pair_cluster on duplicate_pair (job_id, cluster_id) where state = 'CERTAIN';
create index duplicate_pair_second on duplicate_pair (second_id);
