import { describe, expect, it } from 'vitest';
import { namesIn, strengthsIn } from './testing/catalog-names.ts';

describe('how a cloud is asked for', () => {
  it.each([
    ['Requirements:\n- Strong AWS skills', { AWS: 'required' }],
    ['Requirements:\n- AWS and Azure', { AWS: 'required', Azure: 'required' }],
    ['You must know AWS.', { AWS: 'required' }],
    ['Requirements:\n- AWS, Azure or GCP', { AWS: 'one-of', Azure: 'one-of', GCP: 'one-of' }],
    ['Requirements:\n- AWS/Azure/GCP', { AWS: 'one-of', Azure: 'one-of', GCP: 'one-of' }],
    ['Requirements:\n- A major cloud (AWS, GCP, Azure)', { AWS: 'one-of', GCP: 'one-of', Azure: 'one-of' }],
    ['Requirements:\n- Cloud platforms such as AWS', { AWS: 'one-of' }],
    ['Requirements:\n- A public cloud, e.g. AWS', { AWS: 'one-of' }],
    ['Requirements:\n- AWS or similar', { AWS: 'one-of' }],
    ['Requirements:\n- SageMaker or Vertex AI', { AWS: 'one-of', GCP: 'one-of' }],
    ['Requirements:\n- SageMaker or Bedrock', { AWS: 'required' }],
    ['Requirements:\n- Python required, AWS a plus', { AWS: 'preferred' }],
    ['Requirements:\n- Ideally AWS', { AWS: 'preferred' }],
    ['Requirements:\n- AWS, Azure or GCP (AWS preferred)', { AWS: 'one-of', Azure: 'one-of', GCP: 'one-of' }],
    ['Nice to have\n- AWS or Azure', { AWS: 'preferred', Azure: 'preferred' }],
    ['Requirements: Python. Nice to have: AWS.', { AWS: 'preferred' }],
    ['Our platform runs on AWS.', { AWS: 'stack' }],
    ["What you'll do\n- Deploy models on Azure", { Azure: 'stack' }],
    ['Tech stack: Python, AWS', { AWS: 'stack' }],
    ['We are an AWS Advanced Partner.', { AWS: 'boilerplate' }],
    ['Our software is available on AWS Marketplace.', { AWS: 'boilerplate' }],
    ['We are backed by the people who built Azure.', { Azure: 'boilerplate' }],
    ['About us\nAcme is an AWS Premier Partner.\n\nRequirements\n- AWS', { AWS: 'required' }],
    ['RequirementsExperience with AWSNice to haveAzure', { AWS: 'required', Azure: 'preferred' }],
  ])('%s', (text, strengths) => {
    expect(strengthsIn(`ML Engineer\n\n${text}`)).toEqual(strengths);
  });

  it.each([
    [
      'It is expected that you know cloud platforms like AWS (SageMaker) or Azure ML.',
      { AWS: 'one-of', Azure: 'one-of' },
    ],
    ['Requirements:\n- Three years with cloud environments AWS, Azure, …', { AWS: 'one-of', Azure: 'one-of' }],
    ['Requirements:\n- One or more of the following: AWS, Azure', { AWS: 'one-of', Azure: 'one-of' }],
    ['Requirements:\n- AWS, or something comparable', { AWS: 'one-of' }],
    ['Requirements:\n- A cloud: AWS, or something close to it', { AWS: 'one-of' }],
    ['Requirements:\n- Two projects, whether in AWS or in Azure', { AWS: 'one-of', Azure: 'one-of' }],
    ['Requirements:\n- An open mind for AWS; some experience is a plus', { AWS: 'preferred' }],
    ['Requirements:\n- Knowledge of AWS\nWe offer a 13th month of pay', { AWS: 'required' }],
    ['Requirements:\n- Two years with any cloud. (Ours is AWS.)', { AWS: 'stack' }],
    ['Requirements:\n- Experience with AWS, or with another of the big ones', { AWS: 'one-of' }],
    ['Requirements:\n- A SageMaker background or the Azure equivalent', { AWS: 'one-of', Azure: 'one-of' }],
    ['Requirements:\n- AWS and Azure', { AWS: 'required', Azure: 'required' }],
  ])('whatever the words for alternatives: %s', (text, strengths) => {
    expect(strengthsIn(`ML Engineer\n\n${text}`)).toEqual(strengths);
  });

  it('counts GovCloud as AWS, too, and Azure Databricks as Databricks', () => {
    expect(namesIn('Requirements:\n- Azure Databricks')).toEqual(['Azure Databricks', 'Databricks']);
    expect(strengthsIn('Requirements:\n- GovCloud')).toEqual({ AWS: 'required' });
  });
});

describe('headings in the words of the writer', () => {
  it.each([
    'What would make us smile',
    "We'd be over the moon if you",
    'Stretch',
    'EXTRAS (welcome, but no must)',
    'It would be great if you also had:',
    'Also good',
    "Who you might be, but it's not needed",
    "You'd have an edge with:",
    'What gets you in even faster',
    'On our wish list',
    '■ Welcome',
    'asset qualifications:',
    '### Nice-to-have',
  ])('wish for what follows: %s', (heading) => {
    for (const mark of ['-', '~', '»', '✦', '🌶']) {
      const text = `ML Engineer\n\nRequirements\n${mark} Python\n\n${heading}\n${mark} AWS, as reports will run there one day\n`;
      expect(strengthsIn(text)).toEqual({ AWS: 'preferred' });
    }
  });

  it.each([
    'Non-negotiables',
    'What gets you hired',
    'What we ask of you',
    'Our ideal teammate',
    "We'd want to see",
    'Table stakes',
    'The essentials',
    "You've got",
  ])('ask for what follows: %s', (heading) => {
    const text = `ML Engineer\n\nWhat you'll do\n- Build models\n\n${heading}\n- AWS\n`;
    expect(strengthsIn(text)).toEqual({ AWS: 'required' });
  });

  it.each([
    ['- Non-negotiable: AWS\n- Nice: Azure', { AWS: 'required', Azure: 'preferred' }],
    [
      'Must haves ("knock-outs", please answer each of these): AWS. Wishes (weighed 60/40): Azure.',
      { AWS: 'required', Azure: 'preferred' },
    ],
    ['Skills required: AWS. Skills desired: Azure.', { AWS: 'required', Azure: 'preferred' }],
    ['- Stretch: Azure\n- AWS experience', { AWS: 'required', Azure: 'preferred' }],
  ])('within a line: %s', (text, strengths) => {
    expect(strengthsIn(`ML Engineer\n\n${text}`)).toEqual(strengths);
  });

  it('are no headings where they are questions, items that hold a name, or a job', () => {
    expect(strengthsIn('ML Engineer\n\nQ. Do you need a cloud?\nA. The firm has an AWS account.')).toEqual({
      AWS: 'stack',
    });
    expect(strengthsIn('ML Engineer\n\nRequirements\n\nAWS is a plus\n\nAzure')).toEqual({
      AWS: 'preferred',
      Azure: 'required',
    });
    expect(strengthsIn('Clerk\n\nMust have:\n• Python\n• AWS (Lambda, Step Functions)\n')).toEqual({ AWS: 'required' });
  });

  it('of one wish hold for the headings right below', () => {
    expect(strengthsIn('Clerk\n\nNice to have\nTechnical skills\n- AWS')).toEqual({ AWS: 'preferred' });
  });
});

describe('words in the sentence', () => {
  it.each([
    ['Requirements:\n- Any exposure to AWS (D)\n- Azure (E)', { AWS: 'preferred', Azure: 'required' }],
    ['Requirements:\n- AWS comes in handy\n- Azure', { AWS: 'preferred', Azure: 'required' }],
    ['We prefer people who have worked with AWS.', { AWS: 'preferred' }],
    ['Candidates with AWS experience will be given preference.', { AWS: 'preferred' }],
    ["Requirements:\n- Knowledge of AWS wouldn't hurt", { AWS: 'preferred' }],
    ['Looking for a Python developer with AWS.', { AWS: 'required' }],
    ['We are looking for an engineer to look after the platform, which runs on AWS.', { AWS: 'stack' }],
    ['The service runs on AWS, it just needs somebody to look after it.', { AWS: 'stack' }],
    ["What you'll do\n- Work with expert engineers to move our models to AWS", { AWS: 'stack' }],
    ['Requirements:\n- A feeling for cost, since all of our platform runs on AWS', { AWS: 'stack' }],
    ['No prior AWS experience needed.', { AWS: 'boilerplate' }],
    [
      "We're the AWS Rising Star of last year and on the marketplaces of Azure and GCP.",
      { AWS: 'boilerplate', Azure: 'boilerplate', GCP: 'boilerplate' },
    ],
    ['Our product integrates with AWS.', { AWS: 'boilerplate' }],
    ['Our founders come from AWS.', { AWS: 'boilerplate' }],
  ])('%s', (text, strengths) => {
    expect(strengthsIn(`ML Engineer\n\n${text}`)).toEqual(strengths);
  });
});

describe('names that are not asked for', () => {
  it.each([
    "Education\n- Bachelor's degree in Statistics, Machine Learning or a related field",
    'About us\nAcme builds machine learning tools for hospitals.',
    'Benefits\n- We pay for AWS certifications and Python courses',
    'How to apply\nSend your GitHub profile.',
    'Acme is an equal opportunity employer without regard to Python.',
    'Our customers include Snowflake and Databricks.',
    'Not needed\n- LangChain',
  ])('%s', (text) => {
    expect(namesIn(`Clerk\n\n${text}`)).toEqual([]);
  });
});

/** Sentences as letters have them: no heading says how they are meant. */
function strengthsInLetter(sentence: string): Record<string, string> {
  return strengthsIn(`Clerk, Ghent\n\nWe draw maps for cyclists.\n\n${sentence}`);
}

describe('asked for in a letter', () => {
  it.each([
    'You should be no stranger to AWS.',
    'You can find your way through AWS in the dark.',
    'AWS is second nature to you.',
    'AWS is the one thing we insist on.',
    "What we can't do without is AWS.",
    "You've operated things on AWS.",
    'The right person has spent time with AWS.',
    'Somebody who knows AWS well will like it here.',
    'My client will only look at people with AWS.',
    'Python is a must and so is AWS.',
    "Our maps are kept on AWS, and you'll need to know it.",
    'You know AWS well, and Kafka would be a plus.',
    'Applicants without AWS need not apply.',
    "We're looking for Python, SQL and AWS.",
  ])('%s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'required' });
  });

  it.each([
    ["By the end of the first year you've moved the last map to AWS.", { AWS: 'stack' }],
    ['We are an AWS shop.', { AWS: 'stack' }],
    ['It helps if you have read old maps (we use Azure AI Vision for those).', { Azure: 'stack' }],
    ['You will not need AWS here.', { AWS: 'boilerplate' }],
    ['We used to be on AWS and have left it.', { AWS: 'boilerplate' }],
    ['Our biggest customer is all on AWS.', { AWS: 'boilerplate' }],
    ['Our CTO came from AWS.', { AWS: 'boilerplate' }],
    ['We have built our maps on AWS over the years.', { AWS: 'stack' }],
    ['We expect to move to AWS.', { AWS: 'stack' }],
    ['Everything we make ends up on AWS.', { AWS: 'stack' }],
  ])('not here: %s', (sentence, strengths) => {
    expect(strengthsInLetter(sentence)).toEqual(strengths);
  });
});

describe('wished for in a letter', () => {
  it.each([
    "If you've met AWS, all the better.",
    "A little AWS wouldn't go amiss.",
    'Knowing AWS will get you going sooner.',
    'Experience with AWS makes life easier.',
    'AWS is a plus rather than a must.',
    'AWS experience is nice, not needed.',
    'You needn’t know AWS, although it would help.',
    "Experience with AWS isn't required but would be noticed.",
    'AWS can be acquired on the job.',
    'Kafka, AWS and Rust are welcome sights, none of them a must.',
    "We'd take a closer look if you know AWS.",
    'Some AWS is helpful for the maps that nobody sells.',
    'We would love to see AWS on your CV.',
    'Kafka would be a plus, and so would AWS.',
    'Kafka is nice to have, and the same goes for AWS.',
    "AWS is where our Kafka lives, so knowing it helps, but nobody will hold it against you if you don't.",
    "AWS turns up now and then; it's fine if you've never seen it.",
    "One of our customers wants its maps in AWS, and if you've worked there before, we're all ears.",
  ])('%s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'preferred' });
  });

  it.each([
    ['Requirements\n- Kafka is an advantage, as is experience with AWS', { AWS: 'preferred' }],
    [
      "Requirements\n- AWS; Azure comes up, too, and it's a bonus if you've used it",
      { AWS: 'required', Azure: 'preferred' },
    ],
    ['Requirements\n- You know AWS and have used it for years', { AWS: 'required' }],
    ['Requirements\n- AWS, and you like to tell us when you disagree', { AWS: 'required' }],
  ])('under a heading: %s', (text, strengths) => {
    expect(strengthsIn(`Clerk\n\n${text}`)).toEqual(strengths);
  });
});

describe('one of several in a letter', () => {
  it.each([
    'You have worked with one of the big clouds; ours is AWS, but Azure would do just as well.',
    "You know AWS, but if you come from Azure that's fine, too.",
    'You need experience in AWS; Azure is just as welcome.',
    'You have experience with AWS, or else Azure.',
    "Cloud experience is a must, though we don't mind whether it's AWS or Azure.",
    "Which cloud you know doesn't matter: AWS, Azure.",
    'Some cloud is needed (AWS, Azure, one is plenty).',
  ])('%s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'one-of', Azure: 'one-of' });
  });

  it('is no choice where one of the clouds is expected', () => {
    const text = "Requirements\n- You have used a public cloud; we're on AWS, and you'd be expected to be good at it";
    expect(strengthsIn(`Clerk\n\n${text}`)).toEqual({ AWS: 'required' });
    expect(strengthsIn('Clerk\n\nRequirements\n- AWS and Azure; we like both')).toEqual({
      AWS: 'required',
      Azure: 'required',
    });
  });
});

describe('headings in the words of those who recruit for others', () => {
  it.each([
    ['What would make them smile: AWS', { AWS: 'preferred' }],
    ["What they can't compromise on: AWS", { AWS: 'required' }],
    ['What we test in the interview:\n- AWS', { AWS: 'required' }],
    ['Who should apply\n- People with AWS', { AWS: 'required' }],
    ["What they don't care about: AWS", { AWS: 'boilerplate' }],
    ['What awaits you\n- You move our maps to AWS', { AWS: 'stack' }],
    [
      'Preferred\n- Python\n\nAcme is a Microsoft Azure and AWS consulting partner.',
      { Azure: 'boilerplate', AWS: 'boilerplate' },
    ],
  ])('%s', (text, strengths) => {
    expect(strengthsIn(`Clerk\n\n${text}`)).toEqual(strengths);
  });

  it('know duties from what a product does, and names from money for courses', () => {
    expect(strengthsIn('Clerk\n\nResponsibilities\n- Integrate with Azure Functions')).toEqual({ Azure: 'stack' });
    expect(
      namesIn('Clerk\n\nPreferred\n- Python\n\nA training budget, which many spend on AWS certifications.'),
    ).toEqual(['Python']);
    expect(namesIn('Clerk\n\nAcme was an early customer of Snowflake.')).toEqual([]);
    expect(namesIn('Clerk\n\nYou know Kafka well enough to see when you do not need it.')).toEqual(['Kafka']);
    expect(namesIn('Clerk\n\nThe two came from a box (Amazon Forecast for the former).')).toEqual(['Amazon Forecast']);
  });
});
