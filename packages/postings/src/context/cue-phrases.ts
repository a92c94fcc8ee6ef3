/**
 * Words that say how a posting means the names around them. A phrase may say several things; the longest phrase at a
 * place counts, so "customer experience" is no experience asked for. Blank and hyphen are the same, case is not seen.
 */
export const CUE = {
  /** Nice to have: what stands before it in its clause. */
  preferredBack: 1 << 0,
  /** Nice to have: what follows it in its clause. */
  preferredOn: 1 << 1,
  /** Asked for: what follows. */
  requiredOn: 1 << 2,
  /** Asked for: what stands before. */
  requiredBack: 1 << 3,
  /** What the team works with. */
  stack: 1 << 4,
  /** Partners, customers, awards, investors: the names in that clause are not asked for. */
  boilerplate: 1 << 5,
  /** A sentence about the company. */
  company: 1 << 6,
  degree: 1 << 7,
  /** Ends a list of fields of study. */
  field: 1 << 8,
  apply: 1 << 9,
  legal: 1 << 10,
  benefit: 1 << 11,
  /** Speaks to or of the person who is looked for. */
  person: 1 << 12,
  /** One of the following is enough. */
  alternativeOn: 1 << 13,
  /** Something like the preceding is enough, too. */
  alternativeBack: 1 << 14,
  /** Not asked for, not used any more. */
  denied: 1 << 15,
  /** Customers and the like: what follows are firms, wherever it stands. */
  firms: 1 << 16,
  /** Asks in passing: "we need somebody for …". Not in duties, not for what stands before, not past a stack. */
  loose: 1 << 17,
  /** Not used any more: what stands before. */
  deniedBack: 1 << 18,
  /** A product that is sold: what it is made of is not asked for. */
  product: 1 << 19,
  /** "Our customers, … among them": what stands before is one of those. */
  among: 1 << 20,
} as const;

const { preferredBack, preferredOn, requiredOn, requiredBack, stack, boilerplate, company, degree, field } = CUE;
const {
  apply,
  legal,
  benefit,
  person,
  alternativeOn,
  alternativeBack,
  denied,
  firms,
  loose,
  deniedBack,
  product,
  among,
} = CUE;

/** Meaning (0: none, it only keeps shorter phrases from counting) and the phrases, parted by commas. */
export const CUE_PHRASES: readonly (readonly [meaning: number, phrases: string])[] = [
  [
    preferredBack,
    'a plus, a big plus, a huge plus, a strong plus, a definite plus, a major plus, an added plus, as a plus, is plus, ' +
      'plus point, plus points, nice to haves, a bonus, bonus points, an added bonus, as a bonus, ' +
      'preferred, is preferred, highly preferred, strongly preferred, desired, highly desired, desirable, ' +
      'highly desirable, an advantage, advantage, advantageous, added advantage, an asset, beneficial, is beneficial, ' +
      'would be great, would be nice, would be helpful, is helpful, helpful, are welcome, is welcome, not required, ' +
      'not essential, not mandatory, not necessary, optional, is optional, would be useful, is useful, are useful, ' +
      'a benefit, icing on the cake, brownie points, a nice extra, appreciated, a differentiator, but not required, ' +
      'good to have skill, would be ideal, is ideal, would be amazing, is valued, highly valued, valued, favourable, ' +
      'would be advantageous, would be beneficial, would be desirable, a strong advantage, a nice to have, ' +
      'given preference, get preference, be preferred, wins you points, gives you an edge, an edge, sets you apart, set you apart, stand out, makes you stand out, will stand out, ' +
      "doesn't hurt, does not hurt, won't hurt, wouldn't hurt, would not hurt, can't hurt, never hurts, makes us smile, makes us happy, not a must, not a requirement, not a prerequisite, not a dealbreaker, no dealbreaker, " +
      'is gold, a tie breaker, a differentiator, nice but, desirable but, useful but, if possible, where possible, would be a dream, a dream, so much the better, comes in handy, would come in handy, is handy, would help, will help you, ' +
      'can be learned, can be learnt, can learn on the job, can be taught, is appreciated, are appreciated, is nice, are nice, also welcome, an extra, a welcome extra',
  ],
  [
    preferredOn,
    'preferably, ideally, bonus if, bonus points for, bonus points if, bonus for, bonus, extra credit, ' +
      'extra points for, plus points for, plus if, extra points if, even better if, even better, desirably, ' +
      "it helps if, it would help, we would love, we'd love it if, we'd love, good if you, not required but, " +
      'you may also have, you might also have, you might also, we prefer, we would prefer, we’d prefer, prefer candidates, prefer people, prefer someone, preference for, preference to, preference will be given to, preference is given to, preferred candidate, preferred candidates, ' +
      "we'd be thrilled if, thrilled if, delighted if, we'd be glad, we'd be happy if, desirable is, optionally, at best, with luck, in the best case, wish list, a wish, as a stretch, stretch",
  ],
  [preferredBack | preferredOn, 'nice to have, good to have, nice if you have, great to have, would be nice to have'],
  [
    preferredOn | requiredOn,
    'preferred experience, desired experience, preferred skills, desired skills, desirable skills',
  ],
  [
    preferredBack,
    'experience preferred, experience desired, experience a plus, experience is a plus, knowledge preferred',
  ],
  [
    preferredBack,
    'skills preferred, background preferred, exposure preferred, strongly desired, is desired, are desired',
  ],
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
      'literacy, prior work, certified in, programming in, ' +
      'coding in, comprehension of, fundamentals, practical use of, confident with, confident in, ' +
      'at home in, at ease with, know your way around, you are fluent, a good grip, good grip on, worked with, ' +
      "have worked with, have worked in, should have worked, should have, worked in, have built, have used, you've used, you have used, you've worked with, you've built, prerequisite",
  ],
  [
    requiredOn | loose,
    'experienced, expert, experts, skilled, strong, require, requires, requiring, we need, need, needs, needed, must, capable of, abilities, foundation in, you know, we require, ability to, able to, we want, we seek',
  ],
  [
    requiredBack,
    'required, is required, are required, is a must, are a must, a must, is mandatory, are mandatory, is essential, ' +
      'are essential, is needed, are needed, is necessary, necessary, must haves, is a requirement, is expected, ' +
      'are expected, is non negotiable, non negotiable, is critical, is key, compulsory',
  ],
  [
    stack,
    'our stack, tech stack, technology stack, the stack, data stack, ml stack, our tech, we use, we run, we run on, ' +
      'we work with, we rely on, we build with, runs on, running on, runs in, built on, build on, built with, build with, hosted on, ' +
      "hosted in, deployed on, deployed to, deployed in, our platform, our infrastructure, our environment, lives in, lives on, live in, live on, everything runs, everything lives, sits on, sits in, go through, training on, serving on, in production on, orchestrated by, we're on, we are on, moving to, moves to, migrating to, migrating from, our tools, " +
      'our toolchain, our toolset, our pipelines, our models, our data platform, our services, powered by, tools we use, technologies we use, ' +
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
    boilerplate,
    'partner, partners, partnership, partnerships, partner network, partner of the year, marketplace, investor, investors, ' +
      'invested in us, investment from, funding, funded by, ' +
      'used by, relied on by, award, awards, award winning, awarded, gartner, magic quadrant, ' +
      'competency partner, reseller, resellers, alumni, acquired, recognised by, recognized by, featured in, ' +
      'listed on, available on, available in the, our customers are, our clients are, conference, sponsor, sponsors, sponsored by, ' +
      'ex google, ex amazon, formerly of, former, veterans of, people who built, the team behind, creators of, inventors of, ' +
      'the company behind, valued at, our partners, in partnership with, partnered with, alliance, alliances, consulting partner, ' +
      'advanced partner, premier partner, premier tier, tier services partner, gold partner, solutions partner, technology partner, ' +
      'compete with, competitors, competes with, alternative to, named a leader, cool vendor, accelerator, startup program, ' +
      'helped to build, helped build, earlier built, whom built, worked on the early, of whom worked, who built parts of, used to work at, one of our customers, one of our clients, a customer of ours, is our customer, are our customers, ' +
      'rising star, marketplaces of, the marketplaces of, of the year, customer story, case study, summit, hackathon, named one of, ranked, innovation award, integrates natively, whose customers, investments from, portfolio includes, we sell, sells, distributor, was named, was bought by, spun out of, keynote',
  ],
  [
    boilerplate | company,
    'natively on, run natively on, runs natively on, integrates with, integrate with, connectors for, connectors to, works with your, sits on top of your, plugs into, deploys into your',
  ],
  [
    boilerplate | firms,
    'among our customers, among our clients, among our investors, among our backers, customers include, clients include, customers such as, customers like, clients such as, clients like, other clients include, our clients include, ' +
      'competitors include, competitors such as, partners include, partners such as, investors include, investors such as, brands such as, companies like, companies such as, brands like, trusted by, alumni of, engineers from, people from, founders from, founders come from, team comes from, people come from, team come from, previously at, came to us from, founded by, backed by, veterans of, acquired by, offices of, colleagues from, clients are, client list, customer list',
  ],
  [
    denied,
    "not needed, no need for, no need to know, you do not need, you don't need, don't need, do not need, no longer use, " +
      "we removed, moved away from, moved off, we do not use, we don't use, do not use, don't use, never use, never used, is not what we, not looking for, instead of, rather than, we dropped, not interested in, make you use, no knowledge of, " +
      "will not be considered, not to be confused, nothing to do with, we got rid of, got rid of, we are not, we're not, not related to, not affiliated with, not connected with, unrelated to, will be held for or against",
  ],
  [
    deniedBack,
    'no longer used, switched it off, switched off, removed it, has been banned, have been banned, was banned, is banned, are banned, banned, ' +
      'has been abandoned, was abandoned, has been retired, have been retired, was retired, is retired, phased out, was dropped, has been dropped, has been replaced, has been removed, was thrown out, has gone, off limits, is forbidden, are forbidden',
  ],
  [among, 'among them, among others, included, to name one, to name a few, to name two'],
  [
    product,
    'is sold, are sold, and sold, sold through, sold via, sold to, sold as, is licensed to, are licensed to, is resold, are resold, is offered to customers, is available to customers',
  ],
  [
    company,
    "founded in, was founded, since its founding, we are a, we're a, we are an, we're an, we are the, we're the, is a leading, is the leading, " +
      'leading provider, a leader in, leader in, leaders in, market leader, our mission, headquartered, fortune 500, fortune 100, series a, series b, ' +
      "series c, series d, global leader, our company, company that, startup that, start up that, employees, world's leading, " +
      "world's largest, is on a mission, on a mission, our vision, our story, we believe, our purpose, helps companies, helps businesses, " +
      'helps customers, help companies, help businesses, helps organizations, helps enterprises, enables companies, enables organizations, enables businesses, is the platform, our product, our products, ' +
      'is a company, is a technology company, is a global, is an independent, is a fast growing, is a startup, is a start up, is building, we build, we make, we provide, we help, we create, we offer, provides, ' +
      'serving customers, serving clients, serving over, serving more than, serving millions, serving some, revolutionizing, transforming the way, pioneer, pioneering, pioneers, is a consultancy, consultancy, is a provider, is a software, is a family, privately held, publicly traded, ' +
      'was established, established in, offices in, people across, specialises in, specializes in, is one of the, with customers in, venture backed, is redefining, is reinventing',
  ],
  [
    degree,
    "degree, degrees, bachelor, bachelors, bachelor's, bachelor’s, bachelor degree, bachelor's degree, master's, master’s, masters degree, " +
      'masters in, master degree, master in, master of science, bachelor of science, phd, ph.d, ph.d., doctorate, b.s, b.s., m.s, m.s., ' +
      'bs in, ms in, ba in, ma in, bsc, msc, b.sc, m.sc, btech, b.tech, mtech, m.tech, b.e., diploma, graduate degree, ' +
      'advanced degree, majoring, major in, majors in, studying, coursework, doctoral, graduates in, graduate in, qualification in, bs/ms, ba/bs, bs/ba, ' +
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
      'linkedin profile, your linkedin, a link to, coding test, code sample, code samples, take home test, take home assignment, take home exercise, take home task, take home challenge, take home project, take home case, application form, apply with, email your, upload your, include your, attach your, attach, shortlisted, ' +
      'screening call, recruiter will, telephone interview, phone screen, on our careers page, use of ai in interviews, during the interview',
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
    '401(k), 401k, paid time off, pto, health insurance, medical insurance, dental, stipend, tuition, training budget, learning budget, ' +
      'education budget, reimbursement, reimburse, reimbursed, we pay for, pays for, perks, vacation, parental leave, wellness, gym, free lunch, free snacks, ' +
      'snacks, life insurance, pension, paid holidays, annual leave, days of holiday, days holiday, employee assistance, retirement, budget for, ' +
      'sponsored certification, sponsored certifications, we sponsor, certification budget, paid certifications, certification bonus, exam fees, free access to, cycle to work, ' +
      'employee discount, discounts, private healthcare, season ticket, conference budget, we cover, covers the cost, we offer you, subscription, subscriptions, paid training, company laptop, home office, meal vouchers, budget to, allowance, access to training, learning platform, study leave, paid for',
  ],
  [
    alternativeOn,
    'such as, e.g, e.g., for example, for instance, one of, one or more of, one or more, at least one, at least one of, any of, either, ' +
      'one of the following, or more of the following, like, any one of, two or more of, some of, several of, at least two of, any major cloud, a major cloud, any cloud, one major cloud, one cloud, a public cloud, a cloud platform, a cloud provider, any public cloud, one public cloud, at least one cloud, one of the major, one of the big three, one hyperscaler, a hyperscaler, any hyperscaler, including but not limited to',
  ],
  [
    alternativeBack,
    'or similar, or equivalent, or equivalents, or other, or another, or comparable, or any other, or any, or alternative, or alternatives, or related cloud, or a similar, ' +
      'or an equivalent, or a comparable, or the like, or something similar, or something comparable, or something like it, or something else, or whatever, or its equivalent, or a different one, or one of its rivals, or some other, or a rival, or the equivalent, and/or other, or their equivalent, or on prem, or on premise, or on premises, or private cloud, or whichever, or any similar, or with another, or in another, or on another, or with other, or with a comparable, or with a similar, or in a comparable, or in a similar, or with any other, or with something similar, or one like it, or one of the others, or the other, or their, or your cloud of choice, or what you know, or anything like it, or anything similar, or other cloud, or such, or so, or a different cloud, or an alternative, or failing that, or else',
  ],
  [
    0,
    'customer experience, user experience, developer experience, candidate experience, employee experience, ' +
      'experience design, customer experiences, experiences, patient experience, guest experience, shopping experience, ' +
      'player experience, digital experience, digital experiences, experience platform, learning experience, gaming experience, great experience, best experience, experience team, ' +
      'strong team, strong culture, strong growth, strong partner, strong foundation, it needs, it just needs, it only needs, that needs, which needs, they need, users need, customers need, teams need, customer needs, business needs, client needs, user needs, needs of, our needs, their needs, mission needs, stakeholder needs, ' +
      'business partner, business partners, partner with, partner teams, partner closely, partner across, partners with, partnering with, partnering, internal partners, strategic partner, partner team, external partners, partner engineering, business stakeholders and partners, delivery partner, cross functional partners, product partners, stakeholders and partners, clinical partners, engineering partners, industry partners, research partners, partners and stakeholders, partners and customers, partners in, data partners, acquired through, skills acquired, ' +
      'funding allocation, like to, would like, you like, feel like, we like, looks like, look like, likes, like you, like minded, ' +
      'plus years, early years, recent years, in years, for years, years ago, of the years, plus hours, academic journals, preferred name, preferred pronouns, preferred location, graduate student, advantage of, take advantage, taking advantage, competitive advantage, unfair advantage, ' +
      'desired outcomes, desired state, desired results, required by law, must be authorized, degree of, high degree, degrees of, bonus plan, annual bonus, performance bonus, sign on bonus, bonus scheme, bonus eligible, discretionary bonus, optional remote, work environment, fast paced environment, master data, master data management, scrum master, ' +
      'former employer, apply machine learning, valued member, valued customers, welcome to, and benefits, benefits of, marketplace team, our marketplace, marketplace platform, online marketplace, marketplaces, award amount, ' +
      'knowledge sharing, share knowledge, knowledge base, knowledge bases, knowledge graph, knowledge graphs, knowledge transfer, knowledge management, strong communication',
  ],
];

/** What often begins or ends a line and is then glued to a name when line breaks are lost. */
export const GLUE_WORDS =
  'a, about, advanced, an, and, analysis, analytics, apply, applied, as, at, basic, bachelor, benefits, building, build, certification, ' +
  'certifications, cloud, collaborate, collaboration, communicate, communication, company, compensation, containers, contribute, create, ' +
  'creating, data, database, databases, day, deep, define, demonstrated, deploy, deploying, deployment, design, designing, ' +
  'develop, developer, developing, development, devops, drive, education, engineer, engineering, engineers, ensure, ' +
  'excellent, experience, experienced, expert, expertise, exposure, familiar, familiarity, fluency, for, framework, frameworks, ' +
  'good, hands, have, help, ideal, ideally, implement, implementing, in, infrastructure, job, key, knowledge, languages, lead, ' +
  'leading, libraries, location, maintain, manage, management, manager, mentor, minimum, model, modeling, models, monitor, must, nice, ' +
  'on, one, optimize, or, other, our, own, participate, partner, perks, plus, position, preferred, prior, proficiency, proficient, programming, ' +
  'proven, qualifications, required, requirements, research, responsibilities, responsible, role, salary, scientist, senior, services, skills, ' +
  'set up, set, run, own, plan, get, fix, act, coach, guide, oversee, supervise, software, solid, solve, some, strong, support, systems, team, tech, technical, technologies, test, testing, the, this, to, tools, ' +
  'track, understanding, use, using, we, what, who, why, with, work, working, write, you, your, years, years of, ability, able, bonus, desired, desirable, ' +
  'deliver, evaluate, explore, integrate, improve, investigate, join, keep, make, perform, prepare, present, provide, review, scale, stay, take, train, translate, troubleshoot, comfortable, comfort, passion, problem, self, curiosity, curious, additional, all, any, at least, background, both, bring, conduct, competitive, hybrid, remote, flexible, full, part, health, medical, equal, hiring, recruiting, if, it, is, are';
