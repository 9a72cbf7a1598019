// Pairs that look like a contradiction and are none, by the built-in rules: the same fact in other units, rounded, hedged, in
// another currency, on another clock, in coarser words. Beside them stand some that do not fit: silence alone proves nothing.
#include <catch2/catch.hpp>

#include "two_stories.h"

using namespace crosscheck;

namespace {

struct Trap {
  const char *said, *fits, *clashes;  // clashes: "" where nothing is compared
};

}  // namespace

TEST_CASE("what says the same in other words is no contradiction, what does not fit is") {
  const Trap traps[] = {
      // units
      {"The ferry Solveig sank 12 miles off Hamar on Tuesday.",
       "The ferry Solveig sank 19 kilometres off Hamar on Tuesday.", "The ferry Solveig sank 30 kilometres off Hamar on Tuesday."},
      {"The gale blew at 100 mph on Tuesday.", "The gale blew at 160 km/h on Tuesday.", ""},
      {"The fire burned 500 acres of forest near Hamar.",
       "The fire burned 200 hectares of forest near Hamar.", "The fire burned 500 hectares of forest near Hamar."},
      {"The strike at Alder Steel lasted 48 hours.", "The strike at Alder Steel lasted two days.", "The strike at Alder Steel lasted five days."},
      {"The ferry carried 2,000 tonnes of grain.", "The ferry carried 2,200 tons of grain.", ""},
      {"Workers freed the miners after 36 hours.", "Workers freed the miners after a day and a half.", ""},
      {"The flood was 10 feet deep in Hamar.", "The flood was three metres deep in Hamar.", ""},
      // another match of the same side, where the score of the one is told too
      {"Veld beat Hamar 2-0 at the Harbour Stadium on Wednesday.",
       "Olympic Norda go top of the league with a 2-0 home win on Wednesday. It was a poor night for Hamar, who were reeling from their 4-0 defeat in the cup final.", ""},
      // what a word names is so, whatever the clause denies
      {"The closed road past Vell was repaired on Monday.", "Lorries did not use the closed road past Vell on Monday.", ""},
      // rounding and hedges
      {"The fire killed 41 people in Hamar on Tuesday.",
       "The fire killed about 40 people in Hamar on Tuesday.", "The fire killed 52 people in Hamar on Tuesday."},
      {"The fire killed 41 people in Hamar on Tuesday.",
       "The fire killed more than 40 people in Hamar on Tuesday.", "The fire killed fewer than 40 people in Hamar on Tuesday."},
      {"The fire killed 41 people in Hamar on Tuesday.",
       "The fire killed dozens of people in Hamar on Tuesday.", "The fire killed hundreds of people in Hamar on Tuesday."},
      {"The fire killed 41 people in Hamar on Tuesday.",
       "The fire killed at least 38 people in Hamar on Tuesday.", "The fire killed at least 60 people in Hamar on Tuesday."},
      {"Alder Steel paid $1.98 billion for Moe Foods.",
       "Alder Steel paid nearly $2 billion for Moe Foods.", "Alder Steel paid nearly $3 billion for Moe Foods."},
      {"Alder Steel will cut 1,950 jobs.", "Alder Steel will cut almost 2,000 jobs.", "Alder Steel will cut 2,500 jobs."},
      {"Sales rose 4.9 percent in October.", "Sales rose around 5 percent in October.", ""},
      // currencies
      {"Alder Steel paid $200 million for Moe Foods.", "Alder Steel paid £150 million for Moe Foods.", ""},
      {"Alder Steel paid $200 million for Moe Foods.", "Alder Steel paid 185 million euros for Moe Foods.", "Alder Steel paid $240 million for Moe Foods."},
      {"The fine is 3 million euros ($3.3 million).", "The fine is $3.3 million.", ""},
      // the one hour that each tells, of a boat and not of somebody who speaks
      {"The yacht ran aground at 4:10 a.m.", "The ferry hit the sandbank at ten past four in the morning.", "The ferry hit the sandbank at 5:05 a.m."},
      {"The yacht ran aground at 4:10 a.m.", "The minister spoke at 5:05 a.m.", ""},
      {"The first boat of the day will leave at 6.14am.", "The first boat of the day leaves at 6.14am.", "The first sailing is at 6.24am."},
      // nobody, or somebody
      {"Two women in Leck suffered minor burns.", "One man was unhurt.", "Nobody has been injured so far."},
      {"Two women in Leck suffered minor burns.", "Nobody was injured in Hamar.", ""},
      {"Two lorry drivers are being held.", "Two lorry drivers have been arrested.", "Nobody has been detained."},
      // one date but for the month
      {"The pass will stay shut until 14 January 2026.", "The road will open no sooner than 14 January 2026.", ""},
      {"The cannery will stop work from 1 January 2026.", "The plant will be idle from 1 January 2026.", "The plant will be idle from 1 February 2026."},
      // an age and the birthday
      {"Skipper Anna Lund, 39, won the race.", "Skipper Anna Lund, who turned 39 in August, won the race.", "Skipper Anna Lund, who turned 42 in August, won the race."},
      // the part that a figure has
      {"The jobless rate stood at 5.1 percent in October, up from 4.9 percent the month before. In the south the figure was 9 percent.",
       "The country's jobless rate was 5.1 percent in October, new figures show.", "The country's jobless rate was 5.4 percent in October, new figures show."},
      // what a figure is held against has its own time
      {"Turnout in Sunday's ballot was 61 percent.", "Turnout in Sunday's ballot was 61 percent, against 48 percent at the council elections of 2021.",
       "Turnout in Sunday's ballot was 66 percent, against 61 percent at the council elections of 2021."},
      // a name that is also told short
      {"Port master Noreen Halvard opened the lock. Halvard smiled.", "Port master Noreen Halvard was there. Halvard waved.",
       "Port master Norene Halvard was there. Halvard waved."},
      // coarser times
      {"The ferry Solveig sank at 6:40 a.m. on Tuesday.", "The ferry Solveig sank on Tuesday morning.", ""},
      {"The ferry sank on Tuesday.", "The ferry sank this week.", ""},
      {"Rosa Keane was born on 3 May 1961.", "Rosa Keane was born in 1961.", ""},
      {"The talks began on 10 November.", "The talks began in November.", ""},
      {"The talks began at 9 p.m. on Monday.", "The talks began shortly before 9:05 p.m. on Monday.", ""},
      // clocks
      {"The rocket lifted off at 10:15 p.m. GMT on Monday.", "The rocket lifted off at 11:15 p.m. CET on Monday.", ""},
      {"The rocket lifted off at 11 p.m. EST on Monday.", "The rocket lifted off at 4 a.m. GMT on Tuesday.", ""},
      {"The rocket lifted off at 11 p.m. on Monday, local time.", "The rocket lifted off at 4 a.m. GMT on Tuesday.", ""},
      // coarser places
      {"The fire killed nine people in Hamar on Tuesday.", "The fire killed nine people in Norway on Tuesday.", ""},
      {"The ferry Solveig sank near Hamar, a town in Norway.", "The ferry Solveig sank in Norway.", ""},
      {"The ferry Solveig sank near Bergen.", "The ferry Solveig sank in Ashmere, a village in Norway.", ""},
      {"Rosa Keane was born in Brooklyn.", "Rosa Keane was born in New York.", ""},
      {"Rosa Keane was born in Ashmere, a suburb of Leeds.", "Rosa Keane was born in Yorkshire.", ""},
      {"Rosa Keane was born in Ashmere, Georgia.", "Rosa Keane was born in Georgia, a state in the US South.", ""},
      {"The talks were held in Geneva on Monday.", "The talks were held in Switzerland on Monday.", "The talks were held in Vienna on Monday."},
      {"Moscow rejected the plan on Monday.", "Russia rejected the plan on Monday.", ""},
  };
  for (const Trap& t : traps) {
    INFO(t.said << "\n  " << t.fits << "\n  " << t.clashes);
    CHECK(contradictions(t.said, t.fits) == 0);
    if (*t.clashes) CHECK(contradictions(t.said, t.clashes) > 0);
  }
}

TEST_CASE("one sentence told twice: what its few other words may be, and what they may not") {
  const std::vector<Trap> traps = {
      // said, fits, clashes
      {"The dockers agreed to talk to the harbour company again.", "The dockers consented to talk to the harbour company again.",
       "The dockers refused to talk to the harbour company again."},
      {"The hut stands two miles north of the old glacier station.", "The hut stands some two miles north of the old glacier station.",
       "The hut stands two miles south of the old glacier station."},
      {"The tunnel will stay shut until noon, said Sgt. Ole Brandt.", "The tunnel will stay shut until noon, said Sergeant Ole Brandt.",
       "The tunnel will stay shut until noon, said Capt. Ole Brandt."},
      {"The filing with the district attorney's office was due on Friday.", "The filing with the prosecutor's office was due on Friday.",
       "The filing with the public defender's office was due on Friday."},
      {"Gov. Rosa Keane's boat house was badly damaged by the storm.", "Governor Rosa Keane's boat house was badly damaged by the storm.",
       "Former Gov. Rosa Keane's boat house was badly damaged by the storm."},
      {"The guild's president opened the wool fair in the old town hall.", "The guild's current president opened the wool fair in the old town hall.",
       "The guild's vice president opened the wool fair in the old town hall."},
      {"Rosa Keane said that the council had known of it. Al Byrne was there.", "Ms Keane said that the council had known of it. Al Byrne was there.",
       "Al Byrne said that the council had known of it. Rosa Keane was there."},
      {"They were taken off the reef by a lifeboat from Hale.", "They were soon taken off the reef by a lifeboat from Hale.",
       "They were not taken off the reef by a lifeboat from Hale."},
      {"The offer was in excess of 160 million crowns, the club said.", "The offer was in excess of 160m crowns, the club said.",
       "The offer was in excess of 320 million crowns, the club said."},
      {"In a letter in October the singer had told fans that she was well.", "In a letter last October the singer had told fans that she was well.",
       "In a letter in January the singer had told fans that she was well."},
      {"The pipeline is there to bring in more gas from Norway.", "The pipeline is there to bring in more gas from Norway's fields.",
       "The pipeline is there to bring in more gas from Algeria."},
      {"“We are happy with where the mill stands today,” the owner wrote.", "“We are happy with where the mill stands,” the owner wrote.",
       "“We are sad with where the mill stands today,” the owner wrote."},
  };
  for (const Trap& trap : traps) {
    INFO(trap.said << " / " << trap.fits << " / " << trap.clashes);
    CHECK(contradictions(trap.said, trap.fits) == 0);
    CHECK(contradictions(trap.said, trap.clashes) == 1);
  }
}

// What two newsrooms tell in words of their own: outcomes, causes, what was and was not done.
TEST_CASE("two outcomes of one thing are seen whatever they are called") {
  const std::pair<const char*, const char*> exclude[] = {
      {"The driver, Ellis Marn, walked away without a scratch.", "Mr Marn, who was at the wheel, suffered a broken leg and was taken to hospital."},
      {"Fire investigators blame a faulty heater for the blaze.", "The fire was started by a spark from a welding torch, the brigade found."},
      {"The authorities issued a tsunami warning for the whole coast.", "No tsunami alert was given."},
      {"The bell tower of San Biagio collapsed.", "The bell tower of San Biagio is still standing."},
      {"The yacht Mirella sank within minutes.", "The Mirella was towed back to port by the lifeboat."},
      {"The flooding was caused by a burst water main.", "Heavy rain caused the flood, the mayor said."},
      {"Both climbers were rescued by helicopter.", "The two climbers were dead when the helicopter reached them."},
      {"The appeal of Dr Ruth Hale was dismissed.", "Dr Ruth Hale's conviction was quashed by the appeal court."},
      {"The 23-year-old Uruguayan had 4kg of cocaine in his bag.", "The suspect, a 23-year-old Argentine, was stopped on arrival from Lima."},
      {"The robbers were armed with pistols.", "None of the men carried a weapon, police said."},
      {"The raiders escaped empty-handed from the museum.", "Thieves made off with three paintings from the museum."},
      {"The driver was over the limit, a breath test showed.", "The driver was sober, a breath test showed."},
      {"Police chief Olga Brandt told the inquiry she knew nothing.", "Former police chief Olga Brandt told the inquiry she knew nothing."},
      {"Howard Tate pleaded guilty to manslaughter.", "Howard Tate entered a plea of not guilty."},
      {"The army admitted that it had fired the missile.", "The army denied responsibility for the strike."},
      {"The leaders signed a joint declaration.", "The summit broke up with no joint statement."},
      {"The drone was brought down by air defences.", "The drone got through and hit its target."},
      {"General Omar Sadiq was killed in the attack.", "General Sadiq survived the attack on his convoy."},
      {"The EU extended the sanctions.", "EU ministers lifted the sanctions against Brovia."},
      {"The president met the rebel leader in person.", "The president refused to meet the rebel leader."},
      {"The electoral commission ordered a recount.", "There will be no recount, the electoral commission said."},
      {"Skybird filed for bankruptcy on Monday.", "Investors rescued Skybird from bankruptcy on Monday."},
      {"Nurses accepted the pay offer.", "Nurses threw out the pay offer."},
      {"Grena raised its forecast for the year.", "Grena cut its outlook for the full year."},
      {"The rocket reached orbit.", "The rocket exploded shortly after lift-off."},
      {"The school will reopen on Monday.", "The school will stay closed on Monday."},
      {"The conductor, Pavel Orn, has left hospital.", "Pavel Orn is still being treated in hospital."},
      {"The lander touched down safely.", "The lander crashed onto the moon."},
      {"The agency approved the drug.", "The agency refused approval."},
      {"The stranded whale died.", "The whale swam back out to sea."},
      {"Critics praised the musical.", "The musical was panned by critics."},
      {"The statue was removed from the square.", "The statue remains in the square."},
      {"Striker Leo Marchetti is fit to play on Saturday.", "Leo Marchetti will miss Saturday's match with a knee injury."},
      {"Varga scored from the spot.", "Varga missed a penalty."},
      {"Dean Cole stopped Tyrone Bay in the ninth round.", "Dean Cole beat Tyrone Bay on points."},
      {"The goal was allowed to stand.", "The goal was disallowed for offside."},
      {"Iva Kolar reached the semi-final.", "Iva Kolar went out in the quarter-final."},
      {"Midfielder Juan Ardo has joined Ajex.", "Juan Ardo has extended his contract with Benfor."},
      {"Sprinter Anya Reed broke the national record.", "Anya Reed just missed the national record."},
      {"Captain Joe Hallam played the whole match.", "Joe Hallam was taken off at half-time."},
      {"Porto Novo stayed up on the last day.", "Porto Novo were relegated."},
      {"The final was postponed because of snow.", "The final was played in spite of the snow."},
      {"The rugby club was saved from liquidation.", "The rugby club was wound up."},
      {"The pilot, Anna Sorel, bailed out and survived.", "Pilot Anna Sorel was killed when the jet hit the ground."},
      {"The spacecraft docked with the station.", "The capsule had to return to Earth without docking."},
  };
  for (const auto& [a, b] : exclude) {
    INFO(a << "\n  " << b);
    CHECK(contradictions(a, b) > 0);
  }
}

TEST_CASE("two people, two phases, a part of it, a plan: no contradiction") {
  const std::pair<const char*, const char*> fit[] = {
      {"The driver, Ellis Marn, escaped unhurt. A passenger suffered a broken arm.", "One woman broke her arm; Mr Marn, at the wheel, was not injured."},
      {"The captain denied that he had been drunk.", "The captain was not drunk, the inquiry found."},
      {"Pupils of the lower school were taken outside.", "The older pupils stayed in their classrooms."},
      {"Engineers feared that the dam might burst.", "The dam held."},
      {"The harbour was closed.", "The airport stayed open."},
      {"Redmoor banned garden hoses.", "In neighbouring Estwick there is no hosepipe ban."},
      {"The yacht sank after it had been taken in tow.", "The lifeboat tried to tow the yacht before it went down."},
      {"Police believe it was arson.", "Officers suspect that the fire was started on purpose."},
      {"Fog is thought to have caused the pile-up.", "Investigators have not established the cause."},
      {"The alert was lifted at noon.", "Until noon residents were told to stay indoors."},
      {"Alan Ford was cleared of fraud.", "A jury found Alan Ford not guilty of fraud."},
      {"Lawyers for Ford said he would appeal.", "Prosecutors said they would not appeal."},
      {"The gunman was shot by police and died.", "The attacker was killed by officers."},
      {"Clara Wynn was sentenced to two years.", "Wynn was sent to prison."},
      {"Two of the paintings were recovered.", "The third is still missing."},
      {"The suspect is a 23-year-old man from Lima.", "The 23-year-old Peruvian was arrested."},
      {"The kidnappers demanded a ransom.", "The family did not pay."},
      {"Prosecutors want Orsini kept in jail.", "A judge granted Orsini bail."},
      {"She drowned.", "A post-mortem showed water in her lungs."},
      {"Police did not rule out terrorism.", "There is no sign of terrorism so far."},
      {"Officers searched the house.", "Police did not find a weapon in the house."},
      {"The truce held in the north.", "In the south fighting broke out again."},
      {"The army denied that it had fired the missile.", "The rebels accused the army of firing the missile."},
      {"The general survived.", "His driver was killed."},
      {"Norland recalled its ambassador.", "Brovia's ambassador stays in Norland."},
      {"The lower house passed the bill.", "The upper house rejected it."},
      {"The bill was adopted.", "Lawmakers voted for the bill."},
      {"Lena Hart was re-elected.", "Her challenger, Tom Aske, lost."},
      {"Karl Boje resigned.", "The opposition had called for Boje to be sacked."},
      {"Karl Boje stepped down.", "Boje handed in his resignation."},
      {"The Greens came second.", "The Conservatives won, ahead of the Greens."},
      {"Acting director Hanna Bril presented the plans.", "Bril, who runs the museum until a new director is found, presented the plans."},
      {"The Liberals threatened to walk out.", "The Liberals agreed to go on talking."},
      {"The opposition demanded a recount.", "The commission turned down the demand."},
      {"Turnout rose in the cities.", "In the countryside fewer people voted."},
      {"Tello's profit rose.", "Tello's revenue fell."},
      {"Brisk's shareholders voted for the merger.", "The regulator has yet to approve the merger."},
      {"Mona Weir is to leave.", "Weir will be succeeded by Jan Holt."},
      {"Milk became dearer.", "Butter became cheaper."},
      {"Talks are continuing.", "The union said talks could break down."},
      {"The Belgian astronaut stepped outside.", "Her Dutch colleague stayed inside."},
      {"Ana Duarte won the Lorca prize.", "Ivo Kern won the Vega prize."},
      {"He died of a heart attack.", "He had suffered from heart trouble."},
      {"The dog was on a leash.", "The owner held the dog on a lead."},
      {"Director Ines Caro resigned.", "Her deputy, Pau Riba, will take over."},
      {"Paul Ruto came second.", "Ruto finished behind Bekele."},
      {"Leo Marchetti will miss the match.", "The club hopes Marchetti will be fit next month."},
      {"Varga scored from the spot.", "Adler missed a penalty."},
      {"Smet won the stage.", "Smet did not win the overall title."},
      {"Porto Novo stayed up.", "Porto Novo had been bottom of the table."},
      {"The final will be played on Saturday.", "The semi-final was postponed."},
  };
  for (const auto& [a, b] : fit) {
    INFO(a << "\n  " << b);
    CHECK(contradictions(a, b) == 0);
  }
}
