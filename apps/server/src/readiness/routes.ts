import { getFormInformation, getReadiness } from '@cairn/contract';
import { getExam } from '../exam/library.ts';
import { newApp } from '../http/app.ts';
import { formInformation } from './information.ts';
import { type ReadinessDeps, readinessFor } from './service.ts';

export function readinessRoutes(deps: ReadinessDeps) {
  return newApp()
    .openapi(getReadiness, async (c) =>
      c.json(await readinessFor(deps, c.req.valid('param').exam, c.req.valid('query')), 200),
    )
    .openapi(getFormInformation, (c) => c.json(formInformation(getExam(deps.models, c.req.valid('param').exam)), 200));
}
