// base/boost_json.cpp — the one place that compiles Boost.JSON (header-only package, built once).
#include <boost/json/src.hpp>
