import { describe, expect, it } from 'vitest';
import { namesIn, strengthsIn } from './testing/catalog-names.ts';

describe('clouds of firms and products', () => {
  it.each([
    ['About the job\nBrakk is a Google Cloud partner and an AWS Premier Tier partner.', ['AWS', 'GCP']],
    ['What you will do\nWe are a Microsoft Azure Gold partner.', ['Azure']],
    ['Our clients, Azure and AWS among them, ship twelve boats a year.', ['Azure', 'AWS']],
    ['Its investors, AWS included, want the plant to grow.', ['AWS']],
    ['Among our customers are the people of Azure.', ['Azure']],
    ['We are four people, one of whom earlier built parts of AWS.', ['AWS']],
    ['It is made with Azure and is sold to hospitals.', ['Azure']],
  ])('%s', (text, clouds) => {
    expect(strengthsIn(`Engineer\n\n${text}`)).toEqual(
      Object.fromEntries(clouds.map((cloud) => [cloud, 'boilerplate'])),
    );
  });

  it('does not take the work for a product', () => {
    expect(strengthsIn('Engineer\n\nYou will move the shop, in which boats are sold, to AWS.')).toEqual({
      AWS: 'stack',
    });
    expect(strengthsIn('Engineer\n\nRequirements\n- Several clouds, AWS among them')).toEqual({ AWS: 'required' });
  });

  it('keeps what an applicant may have, among words of applying', () => {
    expect(namesIn('Engineer\n\nWe build maps.\nShould you have the CKA, tell us in your application.')).toEqual([
      'Certified Kubernetes Administrator',
    ]);
  });

  it('leaves out customers and investors that make a tool', () => {
    expect(namesIn('Engineer\n\nAbout us\nTwo banks and Oracle are among our corporate clients.')).toEqual([]);
    expect(namesIn('Engineer\n\nAbout us\nWe are funded by angels from Databricks and Anthropic.')).toEqual([]);
  });

  it('leaves out the models that a product is built on', () => {
    expect(
      namesIn('Engineer\n\nAbout Acme\nThe tool is built on Gemini and Mistral models and sold through resellers.'),
    ).toEqual([]);
  });
});

describe('lists of little or no wording', () => {
  it.each([
    ['We need people for this:\nJava, Scala\nAWS / GCP\nDutch', { AWS: 'one-of', GCP: 'one-of' }],
    ['Our list:\nSpark, Flink\nCloud: Azure or AWS', { AWS: 'one-of', Azure: 'one-of' }],
    ['Key skills: Python, SQL, AWS/Azure', { AWS: 'one-of', Azure: 'one-of' }],
    ['| Must | Azure; Python |\n| Nice to have | Kafka; AWS; CKA |', { Azure: 'required', AWS: 'preferred' }],
    [
      'Requirements: Python; nice to have: Kafka; AWS; CKA | Only shortlisted people hear from us',
      { AWS: 'preferred' },
    ],
    ['Not needed, but we would love to hear of it: AWS, Spark', { AWS: 'preferred' }],
    ['Requirements\n- Python\n\nOur setup\nModels train on Azure.', { Azure: 'stack' }],
    ["It's a plus if you have\n- Rust\n\nOur set-up\nWe train on AWS.", { AWS: 'stack' }],
  ])('%s', (text, strengths) => {
    expect(strengthsIn(`Clerk\n\n${text}`)).toEqual(strengths);
  });

  it('keeps a wish that a bar ends', () => {
    expect(namesIn('Clerk\n\nNice to have: Kafka; CKA | Only shortlisted people hear from us')).toContain('Kafka');
  });
});

describe('clauses and lines beside one another', () => {
  it.each([
    [
      'JD:\nShould have worked in Azure - Synapse\nLinux is must\nKnowledge of AWS Glue is added advantage',
      { Azure: 'required', AWS: 'preferred' },
    ],
    [
      'Requirements: Hands-on with Azure DatabricksExperience with AWSExposure to ports is preferred',
      { Azure: 'required', AWS: 'required' },
    ],
    ['Requirements: Knowledge of AzureWorking command of SQLKnowledge of boats is a plus', { Azure: 'required' }],
    [
      'The post pays a bonus and lies in the north of the island, near the sea. \nKnowledge of Azure or\nAWS is a bonus but nobody counts on it here.',
      { Azure: 'preferred', AWS: 'preferred' },
    ],
    ['AWS was one of those clouds in its early years', { AWS: 'stack' }],
  ])('%s', (text, strengths) => {
    expect(strengthsIn(`Clerk\n\n${text}`)).toEqual(strengths);
  });
});

describe('wishes with words of their own', () => {
  it.each([
    ['- Must have used Azure, exposure to AWS is added advantage', { Azure: 'required', AWS: 'preferred' }],
    ['- Azure, AWS, and knowledge of boats are a plus', { Azure: 'preferred', AWS: 'preferred' }],
    ['- AWS is a must, and GCP an advantage', { AWS: 'required', GCP: 'preferred' }],
    ['Required: Azure. Desired: AWS', { Azure: 'required', AWS: 'preferred' }],
  ])('%s', (text, strengths) => {
    expect(strengthsIn(`Clerk\n\nRequirements\n${text}`)).toEqual(strengths);
  });
});

describe('dividers', () => {
  it.each([';', ' |', ' ~', ' >', ' ¦', ' ·', ' ∙', ' /'])('%s', (mark) => {
    const names = ['Dask', 'Ray', 'C', 'Go'];
    expect(namesIn(`Requirements:\n- ${names.join(`${mark} `)}`)).toEqual(names);
  });
});

describe('headings in two languages', () => {
  it.each([
    ['Exigences / Requirements\n- AWS', { AWS: 'required' }],
    ['Responsibilities / Taken\nDeploys to AWS.', { AWS: 'stack' }],
    ['Über uns / About us\nAcme grew up beside AWS.', { AWS: 'boilerplate' }],
  ])('%s', (text, strengths) => {
    expect(strengthsIn(`Clerk\n\n${text}`)).toEqual(strengths);
  });
});

/** The name, a text that asks for it, a text that does not. */
const TRAPS: readonly (readonly [name: string, asks: string, doesNot: string])[] = [
  ['Amazon Redshift', 'Redshift-based warehouses', 'Ask Mary Redshift-Lowe, 030 114'],
  ['Amazon Athena', 'Athena and S3 on AWS', 'Ask Tom Athena-Wells'],
  ['Kafka', 'Kafka stays, though Hive was retired', 'Kafka was retired last year'],
  ['RabbitMQ', 'RabbitMQ', 'RabbitMQ is banned from this house'],
  [
    'Azure Synapse Analytics',
    'Until the old one is switched off you look after Azure Synapse',
    'Azure Synapse, now switched off',
  ],
  ['Transformers', 'Transformers and BERT', 'The foundry and its transformers are old'],
  ['Transformers', 'Small transformer models', 'A chart of how a transformer ages'],
  ['C', 'Simulators written in C and Tcl', 'A vitamin with C in it'],
  ['Go', 'Good Python, plus Go or another language', 'You go far'],
  ['Guardrails', 'Put guardrails around what the assistant sends', 'Put guardrails around spending'],
  ['dbt', 'Knowledge of dbt\n\nBehaviours\nWe look at these', 'Courses in DBT and behavioural therapy'],
  ['Informatica', 'ETL built in InformaticaSet up checks', 'informatical'],
  ['Mistral', 'Models such as Llama or Mistral\nYou like boats', 'Mistral Winds'],
  ['Feature store', 'Work on training, feature store, serving, and more', 'A store'],
  ['Statistics', 'Good statistics', 'Student of statistics, economics or a similar field'],
  ['Statistics', 'Statistics for experiments', "Master's degree or comparable experience, in statistics or economics"],
];

describe('names in other clothes', () => {
  it.each(TRAPS)('%s: %s', (name, asks, doesNot) => {
    expect(namesIn(`Requirements:\n- ${asks}`)).toContain(name);
    expect(namesIn(`Requirements:\n- ${doesNot}`)).not.toContain(name);
  });

  it.each(['GCP-trained nurses', 'Staff are GCP trained', 'A GCP-certified study nurse', 'GCP-qualified monitors'])(
    '%s have no cloud',
    (text) => {
      expect(strengthsIn(`Requirements:\n- ${text}`)).toEqual({});
    },
  );

  it('a GCP-certified engineer has', () => {
    expect(strengthsIn('Requirements:\n- A GCP-certified engineer')).toEqual({ GCP: 'required' });
  });
});

describe('a cloud as a shop, and as what somebody else runs on', () => {
  it.each([
    'Our scanner is on the AWS, Azure and Google Cloud marketplaces.',
    'The scanner can be ordered on AWS and Azure Marketplace.',
    'It can be bought through your AWS account.',
    'Find us in the cloud marketplaces (AWS, Azure).',
    'Six thousand mills found us through marketplaces such as those of AWS.',
    'The scanner is on the marketplaces of all three big clouds: AWS, Azure and GCP.',
    'We sell to dairies. They run on AWS.',
    'Among our clients are four banks. They use AWS, mostly.',
  ])('is boilerplate: %s', (sentence) => {
    expect(new Set(Object.values(strengthsIn(`Clerk, Ghent\n\nWe draw maps.\n\n${sentence}`)))).toEqual(
      new Set(['boilerplate']),
    );
  });

  it.each([
    ['We build marketplaces on AWS.', { AWS: 'stack' }],
    ['You keep our offers on the AWS and Azure marketplaces up to date.', { AWS: 'stack', Azure: 'stack' }],
    ['Our shop, one of the larger marketplaces, runs on AWS.', { AWS: 'stack' }],
  ])('is not: %s', (sentence, strengths) => {
    expect(strengthsIn(`Clerk, Ghent\n\nWe draw maps.\n\n${sentence}`)).toEqual(strengths);
  });

  it.each([
    'They run on AWS.',
    "They're all on AWS these days.",
    'My client hosts everything on AWS.',
    'The team works with AWS and Kafka.',
    'Their platform is built on AWS.',
    'We use AWS, Kafka and dbt.',
    'The client uses AWS throughout.',
    'They also run a few things on AWS.',
    'At the moment the platform sits mostly on AWS.',
    'My client mainly deploys to AWS.',
  ])('is the stack below what is asked for: %s', (sentence) => {
    const [asked, wished] = ['Requirements\n- Python', 'Nice to have\n- Kafka'];
    expect(strengthsIn(`Clerk\n\n${asked}\n\n${sentence}`)).toEqual({ AWS: 'stack' });
    expect(strengthsIn(`Clerk\n\n${asked}\n\n${wished}\n\n${sentence}`)).toEqual({ AWS: 'stack' });
    expect(strengthsIn(`Clerk\n\nAbout my client\n${sentence}`)).toEqual({ AWS: 'stack' });
  });

  it.each([
    ['They need AWS.', { AWS: 'required' }],
    ['They look for AWS.', { AWS: 'required' }],
    ['The team wants AWS on board.', { AWS: 'required' }],
    ['They run on AWS, so experience with it is a must.', { AWS: 'required' }],
    ['- A product that runs on AWS and has experience behind it', { AWS: 'required' }],
  ])('is asked for: %s', (sentence, strengths) => {
    expect(strengthsIn(`Clerk\n\nRequirements\n- Python\n\n${sentence}`)).toEqual(strengths);
  });
});

describe('words of firms and fame that speak of the work', () => {
  it.each([
    ['Responsibilities\n- Write reports backed by clear data visualization', 'Data visualization'],
    ['Requirements\n- Services backed by DynamoDB', 'Amazon DynamoDB'],
    ["You'll look after an API that is backed by DynamoDB.", 'Amazon DynamoDB'],
    ['You turn notes into a ranked list of repairs (Kinesis today).', 'Amazon Kinesis'],
  ])('%s', (text, name) => {
    expect(namesIn(`Clerk\n\n${text}`)).toContain(name);
  });

  it('and those that speak of firms', () => {
    for (const text of ['We are backed by Databricks.', 'You join a start-up backed by Databricks.'])
      expect(namesIn(`Clerk\n\n${text}`)).toEqual([]);
    expect(strengthsIn('Clerk\n\nAcme was ranked number one by AWS.')).toEqual({ AWS: 'boilerplate' });
  });
});

describe('headings behind an emoji', () => {
  it.each([
    ['✨ Pluses\n• AWS', { AWS: 'preferred' }],
    ['⚡ Nice to have\n\nAWS', { AWS: 'preferred' }],
    ['☕ Our stack\n- AWS', { AWS: 'stack' }],
    ['Must haves\n✨ Python\n✨ AWS', { AWS: 'required' }],
  ])('%s', (text, strengths) => {
    expect(strengthsIn(`Clerk\n\nRequirements\n- Python\n\n${text}`)).toEqual(strengths);
  });
});

describe('names that are broken over short lines', () => {
  it.each([
    ['Our jobs run in\nAzure Data\nFactory, most of them at night.', ['Azure Data Factory']],
    ['- Some years with Step\n  Functions on AWS', ['AWS Step Functions']],
    ['Reports are made in Power\nBI and sent by mail.', ['Power BI']],
    ['The tables are kept in Big\nQuery, and copied.', ['BigQuery']],
  ])('in a sentence are whole: %s', (text, names) => {
    expect(namesIn(`Engineer\n\nWhat you will do\n${text}`)).toEqual(names);
  });

  it.each(['Skills\nPower\nBI\nTableau', 'our required skills\nPower\nBI\nTableau', '- Power\n- BI, and reports'])(
    'are not made of items of a list: %s',
    (text) => {
      expect(namesIn(`Engineer\n\n${text}`)).not.toContain('Power BI');
    },
  );
});
