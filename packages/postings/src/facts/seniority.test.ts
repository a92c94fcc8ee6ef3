import { describe, expect, it } from 'vitest';
import { findSeniority } from './index.ts';

describe('levels beside titles and labels', () => {
  it.each([
    ['Working Student Data & AI, 16 hours', 'intern'],
    ['Working student (m/f/d) machine learning', 'intern'],
    ["ML Engineer\nlevel = 'senior'", 'senior'],
    ['Data Engineer\nLevel: mid', 'mid'],
    ['AI ENGINEER\nSeniority: Senior Executive', 'senior'],
    ['Data role\nWe are looking for a **Senior Data Engineer**.', 'senior'],
    ['Data role\nWe seek an “Intermediate Analyst” for maps.', 'mid'],
    ['LLM Engineer / Oslo\n\nPosition: LLM Engineer (mid-level), team A', 'mid'],
    ['Posted todayHybridSenior Data Scientist at Acme', 'senior'],
    ['Graduate Data Scientist', 'junior'],
    ['New Grad Software Engineer', 'junior'],
    ['Data Scientist, Early Career', 'junior'],
    ['Mid-weight Data Analyst', 'mid'],
    ['Mid/Senior Data Engineer', 'senior'],
    ['Data Scientist\nYou bring several years of experience and mentor students.', undefined],
    ['Data Engineer\nYou mentor junior engineers and working students.', undefined],
    ['Distinguished Engineer, AI', 'principal'],
    ['Data Engineer III', 'senior'],
    ['Trainee Data Analyst', 'intern'],
    ['Machine Learning Apprentice', 'intern'],
    ['Data Scientist (Associate)', 'junior'],
    ['Chief of Staff, Data', undefined],
    ['Data Scientist\nFreshers may apply for other roles.', undefined],
    ['Head of Data', 'director'],
    ['Student Success Data Analyst', undefined],
  ] as [string, string | undefined][])('%j', (text, expected) => {
    expect(findSeniority(text)?.level).toBe(expected);
  });
});
