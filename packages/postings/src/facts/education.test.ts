import { describe, expect, it } from 'vitest';
import { findEducation } from './index.ts';

describe('degrees: asked for, not needed, in other words', () => {
  it.each([
    ["We don't care whether you have a degree.", null],
    ['We do not ask for a degree.', null],
    ['Not needed: a PhD', null],
    ['Not needed:\n- a PhD\n- a suit', null],
    ["What you don't need\n• A degree\n• Ten years of anything", null],
    ["What they don't care about: degrees, certificates", null],
    ["A PhD isn't required.", null],
    ['PhD? Not needed.', null],
    ['Degree not required', null],
    ["You needn't have a degree.", null],
    ['BS accepted with more experience; MS in statistics', 'bachelor'],
    ['BSc or equivalent', 'bachelor'],
    ["Master's degree, or a Bachelor's degree and a portfolio", 'bachelor'],
    ['- BS, MS or PhD in a STEM field', 'bachelor'],
    ['Conforms to BS EN 50128 and BS 7799', null],
    ['B.S., M.S. or Ph.D.', 'bachelor'],
    ['Diplom or Master in Informatik', 'master'],
    ['Licenciatura in computer science', 'bachelor'],
    ['Honours degree in a numerate discipline', 'bachelor'],
    ['First-class honours or 2:1 in mathematics', null],
    ['Degree apprenticeship route', null],
    ['a great degree of care', null],
    ['to some degree', null],
    ['third-degree burns', null],
    ['Master-level studies in physics', 'master'],
    ['Bachelor FH/Uni or higher', 'bachelor'],
    ['Post-graduate qualification in data science', 'master'],
    ['Matric or high school diploma', 'secondary'],
    ['Associate degree or two years in IT', 'associate'],
    ['HND in computing', 'associate'],
    ['A degree in physics is preferred; a PhD is a bonus.', 'bachelor'],
    ['Educated to degree level', 'bachelor'],
    ['University degree', 'bachelor'],
    ['Graduate degree in economics', 'master'],
    ['M.Sc. in physics', 'master'],
    ['MEng or MSci', 'master'],
    ['doctoral degree', 'doctorate'],
    ['PhD or equivalent research experience', 'doctorate'],
    ["You are enrolled in a Bachelor's programme", 'bachelor'],
  ] as [string, string | null][])('%s', (text, degree) => {
    expect(findEducation(text)?.degree ?? null).toBe(degree);
  });
});
