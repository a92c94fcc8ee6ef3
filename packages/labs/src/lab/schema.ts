import { z } from 'zod';
import { LabCalls } from './calls-schema.ts';
import { Check } from './checks-schema.ts';
import { CallInput, CallName, JmesPath, Markdown, Slug } from './names.ts';

const ServiceName = z.string().regex(/^[a-z0-9-]+$/, 'a service is written as in calls, such as sagemaker-runtime');

const ArchitectureNode = z.strictObject({
  id: Slug,
  label: z.string().min(1).max(60),
  service: ServiceName,
  x: z.number().min(0).max(100).describe('Percent of the width.'),
  y: z.number().min(0).max(100).describe('Percent of the height.'),
  exists: z
    .strictObject({ call: CallName, input: CallInput.default({}), path: JmesPath.optional() })
    .optional()
    .describe('How to see that it is there: the call succeeds and the path, if given, is true.'),
});

const Architecture = z.strictObject({
  alt: z.string().min(20, 'describe the picture for those who do not see it').max(800),
  nodes: z.array(ArchitectureNode).min(1).max(30),
  arrows: z.array(z.strictObject({ from: Slug, to: Slug, label: z.string().max(60).optional() })).default([]),
});

export const DatasetUse = z.strictObject({
  id: Slug,
  generator: z.string().describe('One of the generators, such as card-transactions.'),
  seed: z.number().int().min(0).max(0xffff_ffff),
  rows: z.number().int().min(1).max(200_000),
  parts: z
    .record(Slug, z.number().int().min(1))
    .optional()
    .describe('Names and sizes of consecutive parts: { train: 4000, test: 1000 }.'),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

export const Step = z.strictObject({
  id: Slug,
  title: z.string().min(1).max(100),
  goal: Markdown.describe('What shall be true afterwards; not which button to press.'),
  why: Markdown.describe('Why one does this at work.'),
  skills: z.array(z.string()).optional().describe("Of the lab's skills, those that this step shows; left out: all."),
  hints: z.array(Markdown).max(6).describe('From a nudge to nearly the answer.'),
  checks: z.array(Check).max(20),
  solution: LabCalls.describe('A reference solution.'),
});

export const WrongSolution = z.strictObject({
  id: Slug,
  title: z.string().min(1).max(120).describe('The mistake, by name.'),
  replace: z.record(Slug, LabCalls).optional().describe("Calls made instead of a step's solution."),
  after: z.record(Slug, LabCalls).optional().describe("Calls made after a step's solution."),
  fails: z.strictObject({
    step: Slug,
    check: Slug,
    says: z.string().min(5).describe('A part of the message that the learner gets.'),
  }),
});

/** One folder of content/labs: what a learner does in a cloud, and how it is seen that it was done. */
export const Lab = z.strictObject({
  schema: z.literal('lab/1'),
  id: Slug.describe('The name of the folder below content/labs. Permanent.'),
  version: z.number().int().min(1).describe('+1 when checks change.'),
  title: z.string().min(1).max(100),
  summary: z.string().min(20).max(400),
  minutes: z.number().int().min(5).max(480).describe('For somebody who does it for the first time.'),
  level: z.enum(['introductory', 'intermediate', 'advanced']),
  platform: z.literal('aws'),
  region: z.string().default('us-east-1'),
  skills: z.array(z.string().min(1)).min(1).max(20).describe('Skill ids of content/catalog/skills.yaml.'),
  objectives: z.array(z.string()).default([]).describe('Task statements of certifications, such as mla-c01/2.2.'),
  services: z.array(ServiceName).min(1),
  story: Markdown.describe('Who needs what, and why. May stand in story.md instead.'),
  costLesson: Markdown.describe('What this would cost in a real account, what drives it, and how to keep it low.'),
  cleanup: Markdown.describe('What to delete in a real account.'),
  architecture: Architecture,
  datasets: z.array(DatasetUse).default([]),
  start: LabCalls.default([]).describe("Made with the author's key before the learner begins."),
  steps: z.array(Step).min(1).max(30),
  wrong: z.array(WrongSolution).default([]),
});

export type Lab = z.infer<typeof Lab>;
export type Step = z.infer<typeof Step>;
export type WrongSolution = z.infer<typeof WrongSolution>;
export type DatasetUse = z.infer<typeof DatasetUse>;
export type ArchitectureNode = z.infer<typeof ArchitectureNode>;
