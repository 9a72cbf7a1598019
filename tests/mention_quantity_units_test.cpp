// Money, measures and rates, and what is counted beside them.
#include "mention_quantity_fixture.h"

using namespace crosscheck;
using crosscheck::testing::read_through;
using crosscheck::testing::check_quantities;

TEST_CASE("signs and codes of money") {
  check_quantities({
      {"The hat cost C$40.", "[40,40] canadian dollar"},
      {"The hat cost HK $40.", "[40,40] hong kong dollar"},
      {"The hat cost US $4.5 billion.", "[4500000000,4500000000] dollar"},
      {"The hat cost aud$40.", "[40,40] australian dollar"},
      {"The hat cost ₹400.", "[400,400] indian rupee"},
      {"The hat cost PKR 400.", "[400,400] pakistani rupee"},
      {"The hat cost R40 million.", "[40000000,40000000] rand"},
      {"The hat cost PS3.4m.", "[3400000,3400000] pound sterling"},
      {"The hat cost Y=730 billion.", "[730000000000,730000000000] yen"},
      {"The hat cost EUR40m.", "[40000000,40000000] euro"},
      {"The hat cost 100元.", "[100,100] yuan"},
      {"The hat cost 40p.", "[40,40] penny"},
      {"The hat cost Sh5,000.", "[5000,5000] kenyan shilling"},
      {"The hat cost N5 million.", "[5000000,5000000] naira"},
  });
}

TEST_CASE("names of money") {
  check_quantities({
      {"The hat cost 40 Swedish kronor.", "[40,40] swedish krona"},
      {"The hat cost 40 kroner.", "[40,40] krone"},
      {"The hat cost 400 Kenyan shillings.", "[400,400] kenyan shilling"},
      {"The hat cost 3 million Canadian dollars.", "[3000000,3000000] canadian dollar"},
      {"The hat cost 40 pence.", "[40,40] penny"},
      {"The hat cost 1,800 francs.", "[1800,1800] franc"},
      {"The hat cost 1,800 Swiss francs.", "[1800,1800] swiss franc"},
      {"The hat cost $8.3 million.", "[8300000,8300000] dollar"},
      {"They gave away 3 EUR50 vouchers.", "[3,3] voucher; [50,50] euro"},
      {"The hat cost €3-4m.", "[3000000,4000000] euro"},
      {"The hat cost 50 quid.", "[50,50] pound sterling"},
      {"The hat cost 17 dollars and 30 cents.", "[17.3,17.3] dollar"},
      {"The hat cost 20 million pounds.", "[20000000,20000000] pound sterling"},
      {"The hat cost 500 pounds ($640).", "[500,500] pound sterling; [640,640] dollar"},
      {"The barge carried 20 million pounds of beef.", "[20000000,20000000] pound"},
  });
}

TEST_CASE("rates") {
  check_quantities({
      {"The hat cost $41 a share.", "[41,41] dollar per share"},
      {"The $41-a-share offer fell through.", "[41,41] dollar per share"},
      {"The hat cost $5 a head.", "[5,5] dollar per head"},
      {"The hat cost 90 pence a litre.", "[90,90] penny per litre"},
      {"The 34,000-barrel-a-day refinery shut.", "[34000,34000] barrel per day of refinery"},
      {"The line sold 1.7 billion gallons of lamp oil a year.", "[1700000000,1700000000] gallon per year"},
      {"Rents were $5.31 billion a year earlier.", "[5310000000,5310000000] dollar"},
      {"Turnover grew 15% per annum.", "up [15,15] percent per year"},
      {"Drums turned at 4,500 rpm.", "[4500,4500] revolution per minute"},
      {"She scored 12.4 ppg.", "[12.4,12.4] point per game"},
  });
}

TEST_CASE("measures") {
  check_quantities({
      {"The pole is 12 inches wide.", "[12,12] inch"},
      {"He is 6'2\" tall.", "[6.166666666666667,6.166666666666667] foot"},
      {"He stands 6ft 4 tall.", "[6.333333333333333,6.333333333333333] foot"},
      {"He weighs 9st 4lb.", "[9.285714285714286,9.285714285714286] stone"},
      {"The barn covers 12,000 sq ft.", "[12000,12000] square foot"},
      {"The wall is 43m (141ft) long.", "[43,43] metre; [141,141] foot"},
      {"She won the 100m hurdles.", "[100,100] metre"},
      {"The barn uses 40 kWh.", "[40,40] kilowatt hour"},
      {"The probe weighs 85 μg.", "[85,85] microgram"},
      {"The beam held 52.5 MPa.", "[52.5,52.5] megapascal"},
      {"The lamp needs 5 W of power.", "[5,5] watt"},
      {"A 9- or 10-inch slab fell.", "[9,9] inch; [10,10] inch of slab"},
      {"A magnitude 6.1 quake struck.", "[6.1,6.1] magnitude"},
      {"A 6.1-magnitude quake struck.", "[6.1,6.1] magnitude of quake"},
      {"A quake of 6.2 on the Richter scale struck.", "[6.2,6.2] magnitude"},
      {"It fell to -5.", "[-5,-5]"},
      {"It was minus 12 degrees.", "[-12,-12] degree"},
      {"Two US gallons leaked.", "[2,2] us gallon"},
      {"A 31.6 percent-owned mill shut.", "[31.6,31.6] percent"},
      {"Rents were cut by 0.5 of a percentage point.", "down [0.5,0.5] percentage point"},
  });
}

TEST_CASE("several amounts in one noun group") {
  check_quantities({
      {"Two 10-year-old boys slept.", "[2,2] boy; [10,10] year age of boy"},
      {"Four 500kg sacks fell.", "[4,4] sack; [500,500] kilogram"},
      {"Two F-16s landed.", "[2,2] f-16"},
      {"They sold six million 330ml bottles.", "[6000000,6000000] bottle; [330,330] millilitre"},
  });
}

TEST_CASE("what is counted is named with the words that tell its sort") {
  const auto counted = [](const char* text) {
    const auto r = read_through(text);
    return r.mentions.quantities.empty() ? std::string("none") : r.mentions.quantities[0].counted;
  };
  CHECK(counted("Twelve goods trains were late.") == "goods train");
  CHECK(counted("Some 510 red and white tulips were sold.") == "red white tulip");
  CHECK(counted("Twelve more goods trains were late.") == "goods train");
  CHECK(counted("The top three teams went home.") == "top team");
  CHECK(counted("One of the oldest stone bridges fell.") == "old stone bridge");
  CHECK(counted("Two of Keane's aides left.") == "keane aide");
  CHECK(counted("Twelve trains were late.").empty());
  CHECK(counted("At least 30 dead in the fire.") == "dead");
  CHECK(counted("It sold 27,000 Model S and Model X vehicles.") == "model s model x vehicle");
  CHECK(counted("The navy has six Type 45 destroyers.") == "type 45 destroyer");
}

TEST_CASE("a rate in words is the rate of its symbol") {
  const auto value = [](const char* text) { return read_through(text).mentions.quantities.at(0).value; };
  const Quantity words = value("It ran at 60 miles per hour."), symbol = value("It ran at 60mph.");
  CHECK(words.dimension == symbol.dimension);
  CHECK(words.factor == Approx(symbol.factor));
  const Quantity day = value("They pump 20,000 barrels a day."), short_form = value("They pump 20,000 bpd.");
  CHECK(day.dimension == short_form.dimension);
  CHECK(day.factor == Approx(short_form.factor));
}
