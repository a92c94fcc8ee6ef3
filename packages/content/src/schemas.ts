import { CertificationFile, RoleFile } from '@cairn/catalog';
import { ExamProfile, Item } from '@cairn/exam';
import { Lab } from '@cairn/labs';
import { CardsFile, ServicesFile, SheetFile } from '@cairn/lessons';
import { z } from 'zod';

/** JSON Schemas of the files that people write by hand, for completion in editors. Kept in `.schemas/`. */
export function jsonSchemas(): Readonly<Record<string, unknown>> {
  const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return {
    item: schemaOf(Item),
    exam: schemaOf(ExamProfile),
    certification: schemaOf(CertificationFile),
    role: schemaOf(RoleFile),
    lab: schemaOf(Lab),
    cards: schemaOf(CardsFile),
    sheet: schemaOf(SheetFile),
    services: schemaOf(ServicesFile),
  };
}
