import { z } from 'zod';
import { ExamCode, Provenance, Slug, Text } from './fields.ts';

/** One cell of a comparison: a sentence, and the list behind it where there is one. */
const Aspect = z.strictObject({ text: Text, values: z.array(Text).optional(), ...Provenance });
export type Aspect = z.infer<typeof Aspect>;

export const RoleFile = z.strictObject({
  schema: z.literal('role/1'),
  id: Slug,
  name: Text,
  summary: Text,
  aspects: z.strictObject({
    primaryRole: Aspect,
    services: Aspect,
    skills: Aspect,
    tools: Aspect,
    responsibilities: Aspect,
    cloudUse: Aspect,
    useCases: Aspect,
    careerBranches: Aspect,
    chooseItIf: Aspect,
    pathThen: Aspect.optional(),
    pathToday: Aspect,
  }),
  skills: z.array(Slug).min(1).describe('Ids of skills.yaml'),
  neighbours: z.array(Slug).describe('Roles that people move to and from'),
  experienceYears: z.tuple([z.number().min(0), z.number().min(0)]),
  mathematics: z.int().min(0).max(4),
  programming: z.int().min(0).max(4),
  certifications: z
    .array(z.strictObject({ code: ExamCode, fit: z.number().min(0).max(1), why: Text }))
    .describe('How much each certification says about this role, 0 to 1; our estimate'),
});
export type Role = z.infer<typeof RoleFile>;
