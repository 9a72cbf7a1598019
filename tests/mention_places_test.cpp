// Where places lie: by the lists, by what the text says, and which of several places of one name it is.
#include <catch2/catch.hpp>

#include "people_probe.h"

using crosscheck::people_probe::Read;

namespace {

struct Case {
  const char* text;
  const char* expected;
};

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Read(c.text).places() == c.expected);
  }
}

}  // namespace

TEST_CASE("places: the text says what a place lies in") {
  check({
      {"The ferry sank in Marlow Beach, Florida, on Monday.",
       "marlow beach, florida:state, united states:country | florida:state, united states:country"},
      {"The ferry sank in Ashmere, Fla., on Monday.",
       "ashmere, florida:state, united states:country | florida:state, united states:country"},
      {"The ferry sank off Ashmere, a town in Norway.", "ashmere:city, norway:country | norway:country"},
      {"The storm hit Ashmere, a small fishing village in northern Norway.", "ashmere:city, norway:country | norway:country"},
      {"The storm hit Ashmere, a Norwegian fishing village.", "ashmere:city, norway:country"},
      {"The storm hit Ashmere, a suburb of Oslo.", "ashmere:city, oslo:city, norway:country | oslo:city, norway:country"},
      {"The Norwegian town of Ashmere lost its ferry.", "ashmere:city, norway:country"},
      {"The small northern Norwegian port city of Ashmere lost its ferry.", "ashmere:city, norway:country"},
      {"The town of Ashmere lost its ferry.", "ashmere:city"},
      {"The Oslo suburb of Ashmere lost its ferry.", "oslo:city, norway:country | ashmere:city, oslo:city, norway:country"},
      {"The Norwegian island of Ashmere lost its ferry.", "ashmere, norway:country"},
      {"The storm hit Norway's Ashmere Valley.", "norway:country | ashmere valley, norway:country"},
      {"A ferry sank in Ashmere, in the north of Norway.", "ashmere, norway:country | norway:country"},
      {"A ferry sank in Ashmere, Norway. The crew left Ashmere at dawn.", "ashmere, norway:country | norway:country"},
      {"A ferry sank in London, Ontario, on Monday.",
       "london, ontario:province, canada:country | ontario:province, canada:country"},
      {"A ferry sank in the Oslo area.", "oslo area:region, norway:country"},
      {"A ferry sank in the Ashmere region of Norway.", "ashmere region:region, norway:country | norway:country"},
      {"A ferry sank in Holmby, in the Ashmere district of northern Norway.",
       "holmby, ashmere district:region, norway:country | ashmere district:region, norway:country | norway:country"},
      {"Judges at the Oslo district court ruled on the ferry.", "oslo:city, norway:country"},
      {"The captain lives near King's Cross in London.",
       "king's cross:region, london:city, england:nation, united kingdom:country | london:city, england:nation, united kingdom:country"},
      {"A ferry sank in Buffalo, New York.",
       "buffalo:city, new york:state, united states:country | new york:state, united states:country"},
      {"Split opinions delayed the ferry.", ""},
      {"She left Naples, Florida, and went on. Naples missed her.",
       "naples, florida:state, united states:country | florida:state, united states:country"},
      {"A bridge in Lebanon, Tennessee, fell.",
       "lebanon, tennessee:state, united states:country | tennessee:state, united states:country"},
      {"The coach of Oslo Borgen said that the game against Bergen Wanderers would be played in Hamar.", "hamar:city, norway:country"},
      {"In Oslo Keane spoke.", "oslo:city, norway:country"},
      {"Ferries sank in Oslo, Denmark and Sweden.", "oslo:city, norway:country | denmark:country | sweden:country"},
      {"Ferries sank in Oslo, Malta, and Rome.", "oslo:city, norway:country | malta:country | rome:city, italy:country"},
      {"Ada Holm, a town clerk in Norway, saw the ferry sink.", "norway:country"},
      {"Ada Holm, in Norway, saw the ferry sink.", "norway:country"},
      {"Ashmere, 40 miles south of Oslo, lost its ferry.", "oslo:city, norway:country"},
      {"Ashmere, just north of Oslo, lost its ferry.", "oslo:city, norway:country"},
  });
}

TEST_CASE("places: one name, several places") {
  check({
      {"The mayor of Tbilisi said Georgia would pay.", "tbilisi:city, georgia:country | georgia:country"},
      {"The mayor of Atlanta said Georgia would pay.",
       "atlanta:city, georgia:state, united states:country | georgia:state, united states:country"},
      {"The bridge in Atlanta, Georgia, was closed.",
       "atlanta:city, georgia:state, united states:country | georgia:state, united states:country"},
      {"The governor said Georgia would pay.", "georgia:region"},
      {"The U.S. state of Georgia would pay.", "united states:country | georgia:state, united states:country"},
      {"The bridge in San Jose was closed. Costa Rica sent divers.", "san jose:city, costa rica:country | costa rica:country"},
      {"The bridge in San Jose, California, was closed.",
       "san jose:city, california:state, united states:country | california:state, united states:country"},
      {"The bridge in San Jose was closed.", "san jose:region"},
      {"The bridge in London, Ontario, was closed. London will pay.",
       "london, ontario:province, canada:country | ontario:province, canada:country"},
  });
}
