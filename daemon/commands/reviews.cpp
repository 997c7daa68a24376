#include "daemon/commands/reviews.h"

#include <ostream>

namespace fundwatch::daemon {
namespace {

const char* done(Review review) {
  switch (review) {
    case Review::kept: return "kept";
    case Review::dismissed: return "dismissed";
    case Review::none: break;
  }
  return "without a mark again";
}

}  // namespace

ReviewCommands::ReviewCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* hit = app.get_subcommand("hit");
  const auto command = [&](const char* name, const char* help, Review review) {
    CLI::App* added = hit->add_subcommand(name, help);
    added->add_option("id", hits_, "numbers of hits, as hit list prints them")->required();
    added->callback([this, review] { this->review(review); });
    return added;
  };
  command("keep", "mark hits as right", Review::kept)
      ->add_option("--note", note_, "why, for whoever tunes the profile");
  command("dismiss", "mark hits as wrong: no digest takes them along", Review::dismissed)
      ->add_option("--note", note_, "why, for whoever tunes the profile");
  command("undo", "take the mark and its note away", Review::none);
}

void ReviewCommands::review(Review review) const {
  Installation installation(context_);
  store::Transaction transaction = installation.store.begin();
  for (const std::int64_t id : hits_) {
    if (installation.store.hits.review(HitId{id}, review, note_)) continue;
    throw CommandError(Exit::bad_data, "there is no hit " + std::to_string(id) +
                                           "; nothing was marked; see: fundwatch hit list");
  }
  transaction.commit();
  context_.out << hits_.size() << (hits_.size() == 1 ? " hit " : " hits ") << done(review) << '\n';
}

}  // namespace fundwatch::daemon
