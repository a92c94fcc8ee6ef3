import { getServiceTables, getSheet, Problem } from '@cairn/contract';
import { nearestName } from '@cairn/kernel';
import { newApp } from '../http/app.ts';
import type { SheetLibrary } from './library.ts';

export function sheetRoutes({ tables, sheets }: SheetLibrary) {
  return newApp()
    .openapi(getServiceTables, (c) => c.json(tables, 200))
    .openapi(getSheet, (c) => {
      const asked = c.req.valid('param').exam.toLowerCase();
      const sheet = sheets.get(asked);
      if (sheet) return c.json(sheet, 200);
      const near = nearestName(asked, [...sheets.keys()]);
      throw new Problem('sheet-unknown', `There is no sheet for ${asked}${near ? `; did you mean ${near}?` : '.'}`);
    });
}
