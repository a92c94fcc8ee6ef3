import { CUE } from './cue-meanings.ts';
import { HOUSE_PHRASES } from './house-phrases.ts';
import { WISH_PHRASES } from './wish-phrases.ts';

export { CUE } from './cue-meanings.ts';
export { GLUE_WORDS } from './glue-words.ts';

const { requiredOn, requiredBack, stack, degree, field, apply, legal, benefit, person } = CUE;
const { alternativeOn, alternativeBack, denied, deniedBack, loose, outside } = CUE;

/**
 * Words that say how a posting means the names around them. A phrase may say several things; the longest phrase at a
 * place counts, so "customer experience" is no experience asked for. Blank and hyphen are the same, case is not seen.
 *
 * Each row has the meaning (0: none, it only keeps shorter phrases from counting) and the phrases, parted by commas.
 */
export const CUE_PHRASES: readonly (readonly [meaning: number, phrases: string])[] = [
  ...WISH_PHRASES,
  ...HOUSE_PHRASES,
  [
    requiredOn,
    'specialized experience, years, yrs, yoe, demonstrated, proven, experience, experienced in, experience in, experience with, experience using, proficiency, proficient, ' +
      'proficient in, proficiency in, knowledge, knowledge of, knowledgeable, familiarity, familiar, familiar with, ' +
      'expertise, expert in, expert level, skill, skills, understanding, understanding of, background in, ' +
      'background, hands on, fluent, fluency, command of, competency, competent, competence, track record, ' +
      'mastery, mastery of, comfortable, comfortable with, exposure, exposure to, working knowledge, ' +
      'deep understanding, adept, versed in, well versed, solid grasp, grasp, must have, must know, ' +
      'required skills, mandatory skills, essential skills, key skills, ' +
      'mandatory skill, essential skill, qualifications, you have, you bring, ' +
      'literacy, coursework, coursework in, prior work, certified in, programming in, ' +
      'coding in, comprehension of, fundamentals, practical use of, confident with, confident in, ' +
      'at home in, at home on, at home with, at ease with, know your way around, you are fluent, a good grip, good grip on, worked with, ' +
      "have worked with, have worked in, should have worked, should have, worked in, have built, have used, you've used, you have used, you've worked with, you've built, prerequisite, " +
      'no stranger to, want you to know, like you to know, need you to know, expect you to know, want you to have, expect you to have, candidates without, applicants without, people without, those without, look at people with, look at candidates with, consider people with, consider candidates with, do this job without, do the job without, a year or, year of, a year of, a year in, a year on, a year with, one year in, one year with, compromise on, do without, cannot do without, can not do without, we ask for, we are asking for, we expect, they expect, they ask for, the client expects, who knows, who know, spent time with, spent time in, spent time on, spent years, your hands dirty with, cut your teeth on, people who have, someone who has, somebody who has',
  ],
  [
    requiredOn | loose,
    'experienced, expert, experts, skilled, strong, require, requires, requiring, we need, need, needs, needed, must, capable of, abilities, foundation in, we require, ability to, able to, we want, we seek, you’ve, find your way around, find your way round, find your way through, find your way in, your way around, your way round',
  ],
  [requiredOn | loose | person, 'you know, you understand, you speak, you master, you live in, you breathe'],
  [
    requiredBack,
    'required, is required, are required, is a must, are a must, a must, is mandatory, are mandatory, is essential, ' +
      'are essential, is needed, are needed, is necessary, necessary, must haves, is a requirement, is expected, ' +
      'are expected, is non negotiable, non negotiable, is critical, is key, compulsory, second nature, no secrets, no mystery, no mysteries, under your belt, in anger, in earnest, inside out, without which, we insist, is what we need, is indispensable, are indispensable, indispensable, is a given, are a given, is vital, is crucial, is assumed, are assumed, for granted, without saying, you would be lost, you’d be lost',
  ],
  [requiredOn | requiredBack, 'insist on, insists on'],
  [
    requiredOn,
    "no way around, no getting around, no getting past, won't teach you, will not teach you, cannot teach you",
  ],
  [
    stack,
    'our stack, we build on, we build everything on, we host on, ends up on, ends up in, end up on, end up in, tech stack, technology stack, the stack, data stack, ml stack, our tech, we use, we run, we run on, ' +
      'we work with, we rely on, we build with, runs on, running on, runs in, built on, build on, built with, build with, hosted on, ' +
      "hosted in, deployed on, deployed to, deployed in, our platform, our infrastructure, our environment, lives in, lives on, live in, live on, everything runs, everything lives, sits on, sits in, go through, training on, serving on, in production on, orchestrated by, we're on, we are on, moving to, moves to, migrating to, migrating from, our tools, " +
      'our toolchain, our toolset, our pipelines, our models, our data platform, our services, powered by, tools we use, technologies we use, ' +
      "they run, they run on, they use, they work with, they rely on, they build on, they host, they're on, they are on, they're all on, they are all on, we're all on, we are all on, their stack, their platform, their infrastructure, their systems, " +
      'the team uses, the team runs, the team works with, client uses, client runs, client works with, host everything on, hosts everything on, run everything on, runs everything on, run everything in, runs everything in, keep everything on, keeps everything on, ' +
      'environment, tooling, toolset, our systems run, our data lives, our data, our day to day tools, on top of',
  ],
  [
    person,
    "you, your, you will, you'll, you are, you're, you would, looking for, seeking, we seek, candidate, candidates, the role, " +
      'this role, this position, the position, responsible for, responsibilities, will be responsible, the successful candidate, ' +
      "is hiring, we are hiring, we're hiring, hiring, searching for, in search of, the ideal candidate, the incumbent, " +
      'incumbent, join us as, join our team, job description, who can, needs a, is recruiting, recruiting, duties, in this job',
  ],
  [person | stack, "you will work with, you'll work with, you will use, you'll use, you will build, you'll build"],
  [
    denied,
    'no need for, no need to know, no longer use, we removed, moved away from, moved off, instead of, rather than, we dropped, make you use, no knowledge of, ' +
      "not to be confused, nothing to do with, we got rid of, got rid of, we are not, we're not, not related to, not affiliated with, not connected with, unrelated to, will not need, won't need, you will not need, you won't need, you will not be using, you won't be using, won't be using, will not be using, need not know, needn't know, don't have to know, do not have to know, we have no, used to be on, used to run on, used to live on, used to live in, we once tried, we gave up on, we're no, we are no, we left, we have left, said goodbye to",
  ],
  [
    denied | deniedBack,
    "not needed, isn't needed, aren't needed, you do not need, you don't need, don't need, do not need, we do not use, we don't use, do not use, don't use, never use, never used, is not what we, not looking for, not interested in, " +
      'will not be considered, will be held for or against',
  ],
  [
    deniedBack,
    'no longer used, switched it off, switched off, removed it, has been banned, have been banned, was banned, is banned, are banned, banned, ' +
      'has been abandoned, was abandoned, has been retired, have been retired, was retired, is retired, phased out, was dropped, has been dropped, has been replaced, has been removed, was thrown out, has gone, off limits, is forbidden, are forbidden, have left it',
  ],
  [
    denied,
    "need not have, needn't have, don't need to have, do not need to have, don't have to have, do not have to have, don't need to know, do not need to know, no need to have, not expect you to know, don't expect you to know, do not expect you to know, not expected to know, not expect you to have, don't expect you to have, do not expect you to have, not expected to have, nobody expects you to know, nobody expects you to have, no one expects you to know, won't have to know, will not have to know, without any knowledge of, " +
      'website ran on, website lived on, website lived in, prototype ran on, prototype lived on, first ran on, first lived on, version ran on, version lived on, we began on, it began on, began life on, we started on, it started on, started out on, started life on, was born on, were born on, once ran on, once lived on, originally ran on, originally built on, originally lived on, began life in, started life in',
  ],
  [
    outside,
    "not part of this job, not part of this role, not part of the job, not part of the role, not part of your job, not part of your role, not part of your work, not part of the work, no part of this job, no part of this role, no part of the job, no part of the role, no part of your job, outside this role, outside the role, outside your remit, not in your remit, not within your remit, out of scope, outside the scope, not in scope, not your job, not your concern, not your worry, not your problem, none of your concern, somebody else's job, someone else's job, somebody else's business, another team's job",
  ],
  [
    degree,
    "degree, degrees, bachelor, bachelors, bachelor's, bachelor’s, bachelor degree, bachelor's degree, master's, master’s, masters degree, " +
      'masters in, master degree, master in, master of science, bachelor of science, phd, ph.d, ph.d., doctorate, b.s, b.s., m.s, m.s., ' +
      'bs in, ms in, ba in, ma in, bsc, msc, b.sc, m.sc, btech, b.tech, mtech, m.tech, b.e., diploma, graduate degree, ' +
      'advanced degree, majoring, major in, majors in, studying, doctoral, graduates in, graduate in, qualification in, bs/ms, ba/bs, bs/ba, ' +
      'be/btech, mca, bca, undergraduate, studies in, student of, students of, student in, a student in, enrolled in, graduated in, university education in, dual degree, academic background in, specialisation in, specialization in, specialising in, specializing in, concentration in, licentiate, honours, hons, post secondary, tertiary, numerate subject',
  ],
  [
    field,
    'related field, related fields, related discipline, related disciplines, relevant field, relevant discipline, similar field, ' +
      'similar discipline, quantitative field, quantitative discipline, technical field, technical discipline, equivalent field, ' +
      'related area, related technical field, related quantitative field, stem field, scientific field, related subject, or related, or similar subject, ' +
      'or equivalent degree, related degree, relevant degree, numerate discipline, numerate subject, other quantitative field, engineering field, related technical discipline, ' +
      'scientific discipline, analytical field, closely related field, adjacent field, related study, related major, related course of study, field of study',
  ],
  [
    apply,
    'to apply, apply now, apply via, apply by, apply at, apply online, apply through, apply here, how to apply, your application, application process, ' +
      'cover letter, send your, send us your, send your cv, submit your, submit a, your resume, your cv, link to your, links to your, ' +
      'your github, your portfolio, github profile, github link, github account, github repo, github handle, interview process, hiring process, selection process, ' +
      'linkedin profile, your linkedin, a link to, coding test, code sample, code samples, take home test, take home assignment, take home exercise, take home task, take home challenge, take home project, take home case, your application form, an application form, our application form, fill in the application form, complete the application form, apply with, email your, upload your, include your, attach your, attach, shortlisted, ' +
      'screening call, recruiter will, telephone interview, phone screen, on our careers page, use of ai in interviews, during the interview, applications are processed, applications are handled, applications are stored, applications are kept, your data is stored, your data is kept, your data is processed, your cv is stored',
  ],
  [
    legal,
    'equal opportunity, equal employment, equal opportunities, without regard to, regardless of race, regardless of, reasonable accommodation, reasonable accommodations, reasonable adjustments, ' +
      'disability, disabilities, e verify, background check, background checks, privacy notice, privacy policy, protected veteran, ' +
      'veteran status, export control, sexual orientation, affirmative action, drug free, at will, terms of use, gdpr notice, personal data we collect, ' +
      'fair chance, pay transparency, discriminate, discrimination, work authorization, automated employment decision, automated decision tool, automated decision tools, automated tools to screen, trademark, trademarks, registered trademark, all rights reserved',
  ],
  [
    benefit,
    '401(k), 401k, paid time off, pto, health insurance, medical insurance, dental, stipend, tuition, ' +
      'reimbursement, reimburse, reimbursed, we pay for, pays for, perks, vacation, parental leave, wellness, gym, free lunch, free snacks, ' +
      'snacks, life insurance, pension, paid holidays, annual leave, days of holiday, days holiday, employee assistance, retirement, budget for, ' +
      'sponsored certification, sponsored certifications, we sponsor, paid certifications, certification bonus, free access to, cycle to work, ' +
      'employee discount, discounts, private healthcare, season ticket, we cover, covers the cost, we offer you, subscription, subscriptions, paid training, company laptop, home office, meal vouchers, budget to, allowance, access to training, learning platform, study leave, paid for',
  ],
  [
    alternativeOn,
    'such as, e.g, e.g., for example, for instance, one of, one or more of, one or more, at least one, at least one of, any of, either, ' +
      "one of the following, or more of the following, like, any one of, two or more of, some of, several of, at least two of, any major cloud, a major cloud, any cloud, one major cloud, one cloud, a public cloud, a cloud platform, a cloud provider, any public cloud, one public cloud, at least one cloud, one of the major, one of the big three, one hyperscaler, a hyperscaler, any hyperscaler, including but not limited to, some cloud or other, one cloud or another, some cloud, some public cloud, which cloud, whichever cloud, no matter which cloud, doesn't matter which cloud",
  ],
  [
    alternativeBack,
    'or similar, or equivalent, or equivalents, or other, or another, or comparable, or any other, or any, or alternative, or alternatives, or related cloud, or a similar, ' +
      'or an equivalent, or a comparable, or the like, or something similar, or something close, or something near, or something of the kind, or something of that kind, or something comparable, or something like it, or something else, or whatever, or its equivalent, or a different one, or one of its rivals, or some other, or a rival, or the equivalent, and/or other, or their equivalent, or on prem, or on premise, or on premises, or private cloud, or whichever, or any similar, or with another, or in another, or on another, or with other, or with a comparable, or with a similar, or in a comparable, or in a similar, or with any other, or with something similar, or one like it, or one of the others, or the other, or their, or your cloud of choice, or what you know, or anything like it, or anything similar, or other cloud, or such, or so, or a different cloud, or an alternative, or failing that, or else, or its cousins, or a cousin, or its siblings, or its peers, or its counterpart, or its counterparts, or its rivals, or its competitors, or one of its, or any of its, or something in that line, or something of the sort, or something of that sort, or something of that kind, or something along those lines, or what have you',
  ],
  [
    0,
    "as you may know, as you might know, you may know us, you might know us, not fussy about, we are not fussy about, we're not fussy about, not picky about, we're not picky about, we are not picky about, not religious about, we're not religious about, we are not religious about, not dogmatic about, we're not dogmatic about, we are not dogmatic about, over the years, over the last years, through the years, an edge device, an edge case, an edge location, an edge network, we expect to, they expect to, you may have noticed, you may have seen, you may have heard, you might have noticed, you might have seen, you might have heard, " +
      'for the former, in the former, of the former, by the former, with the former, to the former, the former is, the former being, the former and, ' +
      'on your cv, on your resume, in your cv, in your resume, on a cv, nobody needs, no one needs, needs to know why, have no preference, have no problem, we have no preference, we have no problem, ' +
      'customer experience, user experience, developer experience, candidate experience, employee experience, ' +
      'experience design, customer experiences, experiences, patient experience, guest experience, shopping experience, ' +
      'player experience, digital experience, digital experiences, experience platform, learning experience, gaming experience, great experience, best experience, experience team, ' +
      'strong team, strong culture, strong growth, strong partner, strong foundation, it needs, it just needs, it only needs, that needs, which needs, they need, users need, customers need, teams need, customer needs, business needs, client needs, user needs, needs of, our needs, their needs, mission needs, stakeholder needs, ' +
      'business partner, business partners, partner with, partner teams, partner closely, partner across, partners with, partnering with, partnering, internal partners, strategic partner, partner team, external partners, partner engineering, business stakeholders and partners, delivery partner, cross functional partners, product partners, stakeholders and partners, clinical partners, engineering partners, industry partners, research partners, partners and stakeholders, partners and customers, partners in, data partners, acquired through, skills acquired, ' +
      'funding allocation, like to, would like, you like, feel like, we like, looks like, look like, likes, like you, like minded, ' +
      'plus years, early years, recent years, in years, for years, years ago, of the years, plus hours, academic journals, preferred name, preferred pronouns, preferred location, graduate student, advantage of, take advantage, taking advantage, competitive advantage, unfair advantage, ' +
      'desired outcomes, desired state, desired results, required by law, must be authorized, degree of, high degree, degrees of, bonus plan, annual bonus, performance bonus, sign on bonus, bonus scheme, bonus eligible, discretionary bonus, optional remote, work environment, fast paced environment, master data, master data management, scrum master, ' +
      'former employer, apply machine learning, valued member, valued customers, welcome to, and benefits, benefits of, marketplace team, our marketplace, marketplace platform, online marketplace, online marketplaces, two sided marketplaces, award amount, ' +
      'knowledge sharing, share knowledge, knowledge base, knowledge bases, knowledge graph, knowledge graphs, knowledge transfer, knowledge management, strong communication',
  ],
];
