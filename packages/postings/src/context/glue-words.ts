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
