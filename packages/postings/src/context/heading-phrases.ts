/** The parts a posting is made of. `not-asked` says what nobody needs; `other` is what no heading names. */
export const SECTION_KINDS = [
  'title',
  'company',
  'duties',
  'requirements',
  'preferred',
  'stack',
  'benefits',
  'education',
  'legal',
  'apply',
  'not-asked',
  'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/**
 * Words of headings. `clear` ones make a heading of a short line, also before a colon or glued to the text that
 * follows; `faint` ones only if they are nearly the whole of it. In a line with several the first kind here wins.
 */
export type HeadingPhrases = { readonly kind: SectionKind; readonly clear: string; readonly faint: string };

export const HEADING_PHRASES: readonly HeadingPhrases[] = [
  {
    kind: 'legal',
    clear:
      'equal opportunity, equal opportunity employer, equal employment opportunity, eeo statement, eeo, diversity and inclusion, diversity & inclusion, ' +
      'diversity equity and inclusion, legal notice, privacy notice, data protection notice, accommodations, reasonable accommodation, export control, security clearance requirements, ' +
      'background checks, our commitment to diversity, equal opportunities, inclusion statement, pay transparency, disclaimer, conditions of employment',
    faint: 'legal, privacy, accessibility, inclusion, diversity',
  },
  {
    kind: 'not-asked',
    clear:
      "not needed, what you do not need, what you don't need, you do not need, you don't need, what we do not need, what we don't need, what we don't use, what you can forget",
    faint: 'unneeded',
  },
  {
    kind: 'preferred',
    clear:
      'preferred qualifications, preferred requirements, preferred skills, preferred experience, nice to have, nice to haves, nice-to-haves, ' +
      'nice to have skills, good to have, good to haves, good to have skills, bonus points, bonus points if, bonus points for, bonus skills, bonus if you have, desired skills, desired qualifications, ' +
      'desirable skills, desired experience, desirable experience, desirable criteria, additional qualifications, additional skills, would be a plus, it would be a plus, it is a plus, ' +
      "pluses, big pluses, plus points, what would be great, what would be nice, what sets you apart, what will set you apart, what would set you apart, what could set you apart, set you apart, it would help if you, it would help if, it helps if you, would help if you, nice but not needed, nice but not required, nice but optional, useful but not essential, useful but not required, helpful but not required, what we'd be glad of, we'd be glad of, we'd also love, we'd also like, what we'd love to see, what we would love to see, welcome extras, a bonus would be, wish list, ways to stand out, ways to stand out from the crowd, stand out, extra credit, " +
      "you get bonus points, it's a plus if, not required but, ideally you also have, ideally you'll also have, even better if, even better, we'd love if you have, added advantage, secondary skills, " +
      'great to have, considered a plus, considered an asset, as a plus, not essential, we would be delighted if, icing on the cake, extra points, extras, optional skills, what would make you stand out, you might also have, you may also have, skills that will help you stand out, skills desired, skills preferred, experience desired, experience preferred, qualifications desired, qualifications preferred',
    faint:
      'wishes, wish, nice, welcome, stretch, desirables, nicetohave, preferences, preferred, desired, desirable, bonus, a plus, plus, plusses, assets, optional, ideally, advantageous, beneficial, helpful, a bonus, recommended, advantages, assets for this role',
  },
  {
    kind: 'apply',
    clear:
      'how to apply, application process, interview process, our hiring process, hiring process, recruitment process, selection process, apply now, to apply, next steps, ' +
      'the interview process, our interview process, what to expect in the interview process, contact us, ready to apply, required documents, how you will be evaluated',
    faint: 'apply, application, contact, process, selection, applications',
  },
  {
    kind: 'benefits',
    clear:
      "what we give, what we give you, what we pay, what they offer, what they pay, in return, what you will get in return, what we offer, what we offer you, we offer, perks and benefits, benefits and perks, perks & benefits, benefits & perks, our benefits, what's in it for you, " +
      "what is in it for you, what you get, what you'll get, what you will get, why you'll love working here, why you will love, why join us, why us, why work with us, compensation and benefits, compensation & benefits, " +
      "total rewards, we provide, what's on offer, what we can offer, your benefits, pay and benefits, salary and benefits, benefits package, employee benefits, the perks, the benefits, we offer you, what you can expect from us, base salary, " +
      'benefits include, perks include, our offer, the offer, life at, rewards, why you should join, why you should apply, what you can expect, what can we offer, our perks, package and benefits, salary range, compensation range, pay range',
    faint: 'benefits, perks, compensation, salary, package, offer, pay, remuneration, rewards, conditions',
  },
  {
    kind: 'stack',
    clear:
      'our tech stack, our stack, tech stack, technology stack, the stack, our technology stack, technologies we use, tools we use, our toolbox, our tools, tech environment, ' +
      "technical environment, technology environment, our technology, our technologies, our tech, tools and technologies, the tech stack, technologies used, tech we use, what we use, current stack, stack you'll work with, our current stack, our set up, our setup, the set up, the setup, data stack, what we work with, the technology, our environment, our toolset, our toolkit",
    faint: 'stack, tooling, tech, environment, technologies in use',
  },
  {
    kind: 'requirements',
    clear:
      'requirements, minimum requirements, job requirements, basic requirements, required qualifications, minimum qualifications, basic qualifications, qualifications, ' +
      "required skills, required experience, required technical skills, must have, must haves, must-haves, must have skills, mandatory skills, mandatory requirements, what you'll bring, what you will bring, what you'll need, what you will need, what you bring, what you need, " +
      "what we're looking for, what we are looking for, who we're looking for, who we are looking for, who you are, about you, your profile, your qualifications, your skills, your background, your experience, your skillset, " +
      'skills and experience, skills & experience, experience and skills, skills and qualifications, skills & qualifications, qualifications and skills, qualifications & experience, qualifications and experience, technical skills, technical requirements, technical qualifications, ' +
      'essential skills, essential criteria, essential requirements, essential experience, key skills, key requirements, key qualifications, core skills, core competencies, core requirements, primary skills, skills required, skills needed, experience required, ' +
      "knowledge and skills, knowledge skills and abilities, candidate profile, ideal candidate, the ideal candidate, the successful candidate, you have, you are, you should have, you must have, you'll have, you will have, you bring, we expect, we require, we're looking for, we are looking for, what we need, what we need from you, " +
      "what you should have, what you have, what it takes, what makes you a great fit, what makes you a good fit, who should apply, who can apply, who may apply, you should apply if, please apply if, apply if you, you might be a great fit if, you may be a good fit if, you might be a fit if, you'll thrive here if, this role is for you if, desired candidate profile, person specification, specialized experience, your toolkit, " +
      "what they want to see, what we want to see, what they are looking for, what they're looking for, what they need, what they want, what we want, what they ask, what we ask for, what we ask, they are looking for, do you have what it takes, experience and qualifications, education and experience, education & experience, experience & education, experience and education, required knowledge, what we look for, what we expect, what we expect from you, professional experience, relevant experience, competencies, prerequisites, what you'll need to succeed, your strengths, you'll need, you will need, selection criteria, key selection criteria, assessment criteria, your toolbox, essential selection criteria, knock-out criteria, skill set, skillset, technical expertise, need to have",
    faint:
      'required, requirement, essential, mandatory, musts, non-negotiable, non-negotiables, dealbreakers, knock-outs, skills, experience, expertise, profile, knowledge, minimum, skill, must, criteria, languages, certifications, technologies, tools, technology, basic, cloud, needed, essentials',
  },
  {
    kind: 'education',
    clear:
      'education, education requirements, educational requirements, educational qualifications, academic qualifications, educational background, required education, minimum education, academic background',
    faint: 'degree, academics, academic, educational',
  },
  {
    kind: 'duties',
    clear:
      'essential functions, essential job functions, key functions, functions, responsibilities, key responsibilities, your responsibilities, job responsibilities, roles and responsibilities, role and responsibilities, role & responsibilities, roles & responsibilities, main responsibilities, core responsibilities, essential duties, essential duties and responsibilities, primary responsibilities, ' +
      "what you'll do, what you will do, what you'll be doing, what you will be doing, what you do, what awaits you, what is waiting for you, what you'll work on, what you will work on, what you'll own, what you'll build, what you'd do, what will you do, duties, duties and responsibilities, job duties, key duties, main duties, your role, your tasks, your mission, your job, your impact, your day, " +
      'the role, about the role, about this role, about the job, about the position, about the opportunity, about this position, about this job, about this opportunity, the opportunity, the job, the position, role overview, role summary, job summary, job description, position summary, position overview, position description, ' +
      "job overview, job purpose, day to day, a day in the life, in this role, in this role you will, in this role, you will, how you'll make an impact, how you will make an impact, key accountabilities, accountabilities, key tasks, tasks, summary of duties, the challenge, what you'll achieve, what the job involves, what the role involves, main tasks, the impact you'll have, the impact you will have, scope of work, your contribution, how you'll spend your time, what's the job, you will, you'll",
    faint:
      'role, job, responsibility, summary, overview, mission, description, position, opportunity, purpose, projects, deliverables, objectives, scope, challenge',
  },
  {
    kind: 'company',
    clear:
      'about us, about our company, about the company, who we are, our company, our story, our mission, our vision, our values, company description, company overview, company profile, about our team, our culture, our customers, our clients, our investors, our partners, meet the team, the company, who are we, what we do, why we exist, our history, about the organisation, about the organization, about the business, about the firm, about the bank, company background, our purpose, our client, about our client, where we are going, partners and awards, awards and recognition, awards, recognition, our products, our product',
    faint: 'about, company, values, culture, investors, partners, customers, why',
  },
  {
    kind: 'title',
    clear: 'job title, position title, working title, role title, title of the position',
    faint: 'title, designation',
  },
  {
    kind: 'other',
    clear:
      'how we work, how we do it, ways of working, how we operate, our ways of working, about the team, the team, your team, location, team, work location, working hours, travel, reporting to, start date, contract type, employment type',
    faint: 'locations, hours, schedule, date, type, place',
  },
];
