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

  it('counts GovCloud as AWS, too, and Azure Databricks as Databricks', () => {
    expect(namesIn('Requirements:\n- Azure Databricks')).toEqual(['Azure Databricks', 'Databricks']);
    expect(strengthsIn('Requirements:\n- GovCloud')).toEqual({ AWS: 'required' });
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

describe('spellings', () => {
  it.each([
    ['Experience with Kuberentes', 'Kubernetes'],
    ['Experience with Tensorflo', 'TensorFlow'],
    ['Experience with Postgress', 'PostgreSQL'],
    ['Experience with Sage**Maker**', 'Amazon SageMaker AI'],
    ['Experience with Kuber\u00adnetes', 'Kubernetes'],
    ['Experience with machine\u00a0learning', 'Machine learning'],
    ['A long line that is broken at its margin inside of machine\nlearning', 'Machine learning'],
    ['…with PythonExperience in AWS', 'Python'],
    ['Experience with scikit\u2011learn', 'scikit-learn'],
    ['Experience with CI / CD', 'CI/CD'],
    ['Experience with AzureDevOps', 'Azure DevOps'],
    ['Experience with Java17', 'Java'],
    ['#Python', 'Python'],
  ])('%s', (text, name) => {
    expect(namesIn(`Requirements:\n- ${text}`)).toContain(name);
  });

  it.each([
    'contained',
    'scalar',
    'flasks',
    'Kubota',
    'Polaris',
    'Jupiter',
    'Docket',
    'Recognition',
    'Vertical',
    'Informatics',
    'SQLAlchemy',
    'GitOps',
    'https://x.org/python',
  ])('%s is no name', (word) => {
    expect(namesIn(`Requirements:\n- Experience with ${word}`)).toEqual([]);
  });
});
