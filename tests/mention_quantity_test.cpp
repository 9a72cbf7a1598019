// Amounts and scores: one line a sentence, what is found in it on the right, in the order of the text.
#include "mention_quantity_fixture.h"

using namespace crosscheck;
using crosscheck::testing::check_quantities;
using crosscheck::testing::quantities_in;
using crosscheck::testing::read_through;

TEST_CASE("numbers in figures and words, with what they count") {
  check_quantities({
      {"The club sold 28 boats.", "[28,28] boat"},
      {"The club sold twenty eight boats.", "[28,28] boat"},
      {"The club sold twenty-eight boats.", "[28,28] boat"},
      {"It was a 28-page letter.", "[28,28] page of letter"},
      {"Nearby, 12,500 people sang.", "[12500,12500] person"},
      {"One hundred and twenty-three votes were counted.", "[123,123] vote"},
      {"They planted two million trees.", "[2000000,2000000] tree"},
      {"They planted 1.2 million trees.", "[1200000,1200000] tree"},
      {"She bought a dozen eggs.", "[12,12] egg"},
      {"She bought two dozen eggs.", "[24,24] egg"},
      {"A trio of masked men fled.", "[3,3] man"},
      {"About half a million people came.", "about [500000,500000] person"},
      {"The 12 tired climbers slept.", "[12,12] climber"},
  });
}

TEST_CASE("bounds, hedges and ranges") {
  check_quantities({
      {"At least 30 homes burned.", "[30,inf] home"},
      {"More than 60 homes burned.", "[60,inf] home"},
      {"Up to 15 homes burned.", "[-inf,15] home"},
      {"Fewer than five homes burned.", "[-inf,5] home"},
      {"No fewer than 200 homes burned.", "[200,inf] home"},
      {"Some 300 homes burned.", "about [300,300] home"},
      {"Nearly 300 homes burned.", "about [300,300] home"},
      {"Between 10 and 15 homes burned.", "[10,15] home"},
      {"The fire burned 10-15 homes.", "[10,15] home"},
      {"The fire burned 50-odd homes.", "about [50,50] home"},
      {"The list was cut from 28 to 19 names.", "[28,28] name; [19,19] name"},
      {"The guild grew from 1000 to 2000 members.", "[1000,1000] member; [2000,2000] member"},
  });
}

TEST_CASE("sets with soft edges") {
  check_quantities({
      {"Dozens of trucks stood there.", "vague [24,99] truck"},
      {"Several hundred thousand birds flew by.", "vague [300000,999000] bird"},
      {"A couple of dozen birds flew by.", "vague [24,36] bird"},
      {"Several trucks stood there.", "vague [3,9] truck"},
      {"Hundreds of thousands of birds flew by.", "vague [200000,999999] bird"},
      {"Thousands of COVID-19 tests were sold.", "vague [1000,10000] test"},
      {"The plume reaches hundreds of miles up.", "vague [100,1000] mile"},
      {"Two score people came.", "[40,40] person"},
      {"A score of people came.", "vague [15,25] person"},
  });
}

TEST_CASE("money, shares, measures") {
  check_quantities({
      {"It cost $1.2bn.", "[1200000000,1200000000] dollar"},
      {"It cost £20m.", "[20000000,20000000] pound sterling"},
      {"It cost £ 20 m in all.", "[20000000,20000000] pound sterling"},
      {"It cost Rs 500 crore.", "[5000000000,5000000000] indian rupee"},
      {"It cost $20-25 million.", "[20000000,25000000] dollar"},
      {"It cost five million dollars.", "[5000000,5000000] dollar"},
      {"Sales rose 5 percent.", "up [5,5] percent"},
      {"Sales fell by 5 per cent.", "down [5,5] percent"},
      {"Sales fell by -5 per cent.", "down [5,5] percent"},
      {"The rate fell by 0.25 percentage points.", "down [0.25,0.25] percentage point"},
      {"The range is 500km.", "[500,500] kilometre"},
      {"It reached minus 5 degrees Celsius.", "[-5,-5] degree celsius"},
      {"The field pumps 20,000 barrels a day.", "[20000,20000] barrel per day"},
      {"The gale blew at 120 km/h.", "[120,120] kilometre per hour"},
  });
}

TEST_CASE("lengths of time and ages") {
  check_quantities({
      {"The march lasted four hours.", "[4,4] hour PT4H"},
      {"It was a roughly four-hour march.", "about [4,4] hour of march PT4H"},
      {"The march lasted two and a half hours.", "[2.5,2.5] hour PT2H30M"},
      {"The march lasted an hour and a half.", "[1.5,1.5] hour PT1H30M"},
      {"The march lasted an hour and ten minutes.", "[1.166666667,1.166666667] hour PT1H10M"},
      {"The march lasted two hours, 9 minutes and 36 seconds.", "[2.16,2.16] hour PT2H9M36S"},
      {"She ran the race in 2:09:36.", "[7776,7776] second PT7776S"},
      {"She swam the race in 4:02.5.", "[242.5,242.5] second PT242.5S"},
      {"The judges cut the term from six years to four.", "[6,6] year P6Y; [4,4] year"},
      {"A 10-year-old boy fell.", "[10,10] year age of boy"},
      {"Petra Lund, 34, fell.", "[34,34] year age"},
      {"A man aged 54 fell.", "[54,54] year age"},
  });
}

TEST_CASE("ordinals and scores") {
  check_quantities({
      {"The 18th round of talks ended.", "[18,18] round ordinal"},
      {"The twentieth round of talks ended.", "[20,20] round ordinal"},
      {"Rovers won 3-1.", "score{3-1}"},
      {"She won the match 6-4 3-6 7-5.", "score{6-4 3-6 7-5}"},
      {"The motion passed by 86 votes to 83.", "score{86-83}"},
      {"The judges decided by five votes to four.", "score{5-4}"},
      {"The board voted eight to three to sell.", "score{8-3}"},
      {"The motion passed with 86 in favour and 83 against.", "score{86-83}"},
  });
}

TEST_CASE("figures that count nothing") {
  check_quantities({
      {"He moved to Room 12.", ""},
      {"The F-16 took off.", ""},
      {"He lives at 10 Rowan Street.", ""},
      {"It happened in 2011.", ""},
      {"It happened on 3 May 2011.", ""},
      {"It began at 8:34 on Friday.", ""},
      {"The 737s are back.", ""},
      {"No one came.", ""},
      {"Nobody met on 30 February.", ""},
      {"It began at 25:61.", ""},
      {"The harbour cost $1e400.", ""},
      {"The harbour cost 1,5 million.", ""},
      {"Boats 1,2,3,4 sank.", ""},
      {"They won 3-99999999999999999999.", ""},
  });
}

TEST_CASE("a number too long to hold has no value, and nothing breaks") {
  CHECK(quantities_in("They counted " + std::string(400, '7') + " birds.").empty());
  CHECK(quantities_in("They counted " + std::string(18, '7') + " birds.").empty());
  const std::string million = " million";
  std::string scales = "They counted two";
  for (int i = 0; i < 200; ++i) scales += million;
  CHECK(quantities_in(scales + " birds.").find("inf") == std::string::npos);
  CHECK_NOTHROW(quantities_in("1.2.3.4 1,2,3 1-2-3-4-5 $$ %% -- 5- -5 5% % 5 $ 5 at $"));
  CHECK_NOTHROW(quantities_in(std::string("12 \xff\xfe people \0 and 3", 20)));
}

TEST_CASE("mentions lie in the text and do not overlap") {
  const auto r = read_through("At least 30 of the 28-point plan's 12 pages cost $20-25 million or 6ft 2in, up 5 percent in two and a half years.");
  std::uint32_t end = 0;
  for (const QuantityMention& q : r.mentions.quantities) {
    CHECK(q.at.span.begin >= end);
    CHECK(q.at.span.begin < q.at.span.end);
    end = q.at.span.end;
    CHECK(q.at.span.end <= r.story.text.size());
    CHECK(r.story.tokens[q.at.first].begin <= q.at.span.begin);
    CHECK(r.story.tokens[q.at.last - 1].end >= q.at.span.end);
  }
  CHECK(r.mentions.quantities.size() >= 5);
}
