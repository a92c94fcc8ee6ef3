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
