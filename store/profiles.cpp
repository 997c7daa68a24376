#include "store/profiles.h"

#include "base/check.h"
#include "store/lists.h"
#include "store/query.h"
#include "store/revision.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

const char* const kSelect =
    "SELECT profile.id, profile.name, profile.version, title_swedish, title_english, threshold, "
    "terms "
    "FROM profile JOIN profile_version ON profile_version.profile = profile.id "
    "AND profile_version.version = profile.version WHERE removed = 0 ";

// Where a name stands: whether it is taken, and in which version.
struct Standing {
  ProfileId id{};
  int version = 0;
  bool removed = false;
};

Profile read_profile(Query& row) {
  Profile profile;
  profile.id = ProfileId{row.integer()};
  profile.name = row.text();
  profile.version = row.number();
  profile.title.swedish = row.text();
  profile.title.english = row.text();
  profile.threshold = row.real();
  profile.terms = terms_of(row.text(), row.file());
  return profile;
}

std::optional<Standing> standing_of(const Connection& database, const std::string& name) {
  Query row(database, "SELECT id, version, removed FROM profile WHERE name = ?");
  if (!row.bind(name).step()) return std::nullopt;
  Standing standing;
  standing.id = ProfileId{row.integer()};
  standing.version = row.number();
  standing.removed = row.flag();
  return standing;
}

Standing add(const Connection& database, const std::string& name) {
  Query(database, "INSERT INTO profile (name, version) VALUES (?, 0)").bind(name).run();
  return {ProfileId{last_id(database)}, 0, false};
}

// Compared as it is stored, so that reading back numbers cannot make a difference.
bool has_content(const Connection& database, const Standing& standing, const Profile& profile) {
  Query row(database,
            "SELECT 1 FROM profile_version WHERE profile = ? AND version = ? "
            "AND title_swedish = ? AND title_english = ? AND threshold = ? AND terms = ?");
  row.bind(standing.id).bind(standing.version);
  row.bind(profile.title.swedish).bind(profile.title.english);
  return row.bind(profile.threshold).bind(json_of(profile.terms)).step();
}

void add_version(const Connection& database, const Standing& standing, const Profile& profile,
                 const Profiles::Change& change) {
  Query query(database,
              "INSERT INTO profile_version (profile, version, title_swedish, title_english, "
              "threshold, terms, author, saved_at, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  query.bind(standing.id).bind(standing.version + 1);
  query.bind(profile.title.swedish).bind(profile.title.english);
  query.bind(profile.threshold).bind(json_of(profile.terms));
  query.bind(change.author).bind(change.at).bind(change.reason).run();
}

void set_standing(const Connection& database, const Standing& standing) {
  Query query(database, "UPDATE profile SET version = ?, removed = ? WHERE id = ?");
  query.bind(standing.version).bind(standing.removed).bind(standing.id).run();
}

}  // namespace

std::vector<Profile> Profiles::all() const {
  Query row(database_, std::string(kSelect) + "ORDER BY name");
  std::vector<Profile> profiles;
  while (row.step()) profiles.push_back(read_profile(row));
  return profiles;
}

std::optional<Profile> Profiles::at_version(ProfileId id, int version) const {
  Query row(database_,
            "SELECT profile.id, profile.name, profile_version.version, title_swedish, "
            "title_english, threshold, terms FROM profile_version "
            "JOIN profile ON profile.id = profile_version.profile "
            "WHERE profile_version.profile = ? AND profile_version.version = ?");
  if (!row.bind(id).bind(version).step()) return std::nullopt;
  return read_profile(row);
}

std::vector<Profiles::Saved> Profiles::versions(ProfileId id, std::size_t versions_max) const {
  Query row(database_,
            "SELECT profile.id, profile.name, profile_version.version, title_swedish, "
            "title_english, threshold, terms, author, saved_at, reason FROM profile_version "
            "JOIN profile ON profile.id = profile_version.profile "
            "WHERE profile_version.profile = ? ORDER BY profile_version.version DESC LIMIT ?");
  row.bind(id).bind(static_cast<std::int64_t>(versions_max));
  std::vector<Saved> versions;
  while (row.step()) {
    Saved saved;
    saved.profile = read_profile(row);
    saved.change.author = row.text();
    saved.change.at = row.instant();
    saved.change.reason = row.text();
    versions.push_back(std::move(saved));
  }
  return versions;
}

bool Profiles::were_there_any() const {
  return Query(database_, "SELECT 1 FROM profile LIMIT 1").step();
}

std::optional<Profile> Profiles::find(const std::string& name) const {
  Query row(database_, std::string(kSelect) + "AND name = ?");
  if (!row.bind(name).step()) return std::nullopt;
  return read_profile(row);
}

Profile Profiles::save(const Profile& profile, const Change& change) {
  Transaction transaction(database_);
  const std::optional<Standing> found = standing_of(database_, profile.name);
  Standing standing = found ? *found : add(database_, profile.name);
  const bool is_changed = !has_content(database_, standing, profile);
  if (is_changed) {
    add_version(database_, standing, profile, change);
    ++standing.version;
  }
  if (is_changed || standing.removed) {
    standing.removed = false;
    set_standing(database_, standing);
    raise_revision(database_);
  }
  const std::optional<Profile> saved = find(profile.name);
  CHECK(saved);
  transaction.commit();
  return *saved;
}

bool Profiles::remove(const std::string& name) {
  Transaction transaction(database_);
  Query query(database_, "UPDATE profile SET removed = 1 WHERE name = ? AND removed = 0");
  if (query.bind(name).run() == 0) return false;
  raise_revision(database_);
  transaction.commit();
  return true;
}

Profiles::Matched Profiles::matched(ProfileId id) const {
  Query row(database_, "SELECT matched_version, matched_county FROM profile WHERE id = ?");
  if (!row.bind(id).step()) return {};
  Matched matched;
  matched.version = row.number();
  matched.county = row.text();
  return matched;
}

void Profiles::set_matched(ProfileId id, const Matched& matched) {
  Query query(database_, "UPDATE profile SET matched_version = ?, matched_county = ? WHERE id = ?");
  query.bind(matched.version).bind(matched.county).bind(id).run();
}

bool Profiles::is_fault_told(const ProfileVersion& version) const {
  Query row(database_, "SELECT fault_told FROM profile_version WHERE profile = ? AND version = ?");
  return row.bind(version.id).bind(version.version).step() && row.flag();
}

void Profiles::set_fault_told(const ProfileVersion& version) {
  Query query(database_,
              "UPDATE profile_version SET fault_told = 1 WHERE profile = ? AND version = ?");
  query.bind(version.id).bind(version.version).run();
}

}  // namespace fundwatch::store
