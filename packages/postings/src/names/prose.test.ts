import { describe, expect, it } from 'vitest';
import { findNames } from './find-names.ts';
import { CATALOG_LEXICON } from './testing/catalog-names.ts';

/** Ordinary English full of the words that services are called by. */
const PROSE: readonly string[] = [
  `Translate the letter before you forecast the weather, said Polly, and personalize the envelope. Nobody could comprehend
the last page. We transcribe what we hear, connect the loose ends, and glue the pieces to the board. A spark from the fire
lit the canvas. The rest of us went on, and Athena, who reads the stars, pointed at Neptune above the aurora. The redshift
of a far galaxy is no secret. Step by step, functions of a committee change. Let us clarify, and amplify the good news.`,
  `The bedrock below the town is granite. Kendra and Lex dig for titan ore with a lambda painted on their cart. At the vertex
of the hill stands a foundry; its fabric is old brick. On the lookout for vision, the mayor gave a speech about the data
factory next door, which makes cotton. A service bus stops there every hour. Our monitor, a lizard, sleeps in the sun.`,
  `Batch after batch left the oven. Chef Ruby runs the kitchen with a swift hand, and Julia sets the table. The helm of the
boat needs rust removed. A ray of light falls on the haystack. Go home, Ray, go home! The hive is full, the iceberg far,
and the snowflake melts on a flask. Beams of a torch moved over the lake in formation. Spring came; the mongo trees did not.`,
  `The council meets at Aurora, Colorado. Purchases are outside its purview. The synapse between two neurons carries a signal.
Gemini rises in the east. Elk and pandas are kept in the zoo, where a python sleeps. Cloud formation over the coast is an
old question for the weather office, and the dataflow of its instruments is slow. An open shift is posted on the wall.`,
  `AWS of welding fame is not meant when people say that practice makes perfect. Amazon ships parcels, Microsoft sells
software, Google answers questions. I am looking for a sage; maker and painter both applied. The event hub of the festival
opens at noon. App services of the city are down. The key, vault and guard stood ready. Looker-on, beware of the quick sight.`,
  `The doctors of the ward read the EMR exports over tea, while AWS, the welders' society, met next door. Comprehend The Plan,
said a sign; Translate Words The Guests Use, said another. In Aurora it rained.`,
];

describe('ordinary prose', () => {
  it.each(PROSE)('names no service of a cloud: %#', (text) => {
    const { services, certifications } = findNames(text, CATALOG_LEXICON);

    expect([...services, ...certifications].map(({ quote }) => quote)).toEqual([]);
  });
});
