-- Search over what there is to read. PostgreSQL's own full text, without any extension: a database that somebody
-- else runs need not allow one.

-- Words of a title weigh more than words of a body. Each is there twice: as a stem (labels A and C), so that "models"
-- finds "model", and as written (B and D), so that the beginning of a word finds it. Accents fall away, and marks are
-- spaces: the parser would take "train/test" for a file and "node.js" for a host.
create function search_vector(title text, body text) returns tsvector
language sql immutable parallel safe cost 1000 as $$
  select setweight(to_tsvector('pg_catalog.english', folded.title), 'A')
    || setweight(to_tsvector('pg_catalog.simple', folded.title), 'B')
    || setweight(to_tsvector('pg_catalog.english', folded.body), 'C')
    || setweight(to_tsvector('pg_catalog.simple', folded.body), 'D')
  from (
    select translate(lower(title), marks.found, marks.put) as title, translate(lower(body), marks.found, marks.put) as body
    from (
      select 'àáâãäåāçćčèéêëēėęğìíîïīıłñńòóôõöøōőśšşùúûüūůűýÿžźżßÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŠŽ!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~“”„‘’–—…·•→×'
        as found,
        'aaaaaaaccceeeeeeegiiiiiilnnoooooooosssuuuuuuuyyzzzsaaaaaaceeeeiiiinoooooouuuuysz' || repeat(' ', 44) as put
    ) as marks
  ) as folded
$$;

-- One thing that can be found. Made anew from the content when that has changed.
create table search_documents (
  kind text not null check (kind in ('lesson', 'card', 'question', 'term', 'lab', 'certification', 'role', 'faq')),
  ref text not null,
  title text not null,
  body text not null,
  -- A page of the app; empty for a question, whose place is where the learner met it.
  link text not null,
  exam text,
  vector tsvector generated always as (search_vector(title, body)) stored,
  -- Small, so that thousands of matches are put in a first order by it.
  title_vector tsvector generated always as (search_vector(title, '')) stored,
  primary key (kind, ref)
);

create index search_documents_by_word on search_documents using gin (vector);

-- One row: of which content the documents are, and their words, frequent ones first, to mend what was mistyped.
create table search_index (
  id boolean primary key check (id),
  digest text not null,
  words text[] not null
);

-- A short list of what was written last, for every search reads through it.
create index own_cards_by_word on own_cards using gin (search_vector(front, back)) with (gin_pending_list_limit = 256)
  where removed_at is null;
