# The Debian package: what is installed where, and what it depends on. `./dev package` builds it.
include(GNUInstallDirs)

install(TARGETS fundwatch RUNTIME DESTINATION bin)
install(FILES README.md DESTINATION share/doc/fundwatch)
install(FILES config/fundwatch.toml DESTINATION /etc/fundwatch)
install(FILES systemd/fundwatch.service systemd/fundwatch@.service
        DESTINATION /lib/systemd/system)
install(FILES systemd/fundwatch.sysusers DESTINATION lib/sysusers.d RENAME fundwatch.conf)
install(FILES systemd/fundwatch.tmpfiles DESTINATION lib/tmpfiles.d RENAME fundwatch.conf)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "The fundwatch project <maintainers@fundwatch.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "funding watch and weekly digests for social enterprises")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Reads the feeds and pages of funding bodies, authorities and procurement portals,
 matches every announcement against keyword profiles, and mails each subscriber
 one digest a week.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The user is made by sysusers; time zones, certificates and the program are needed to run at all.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "systemd, tzdata, ca-certificates, poppler-utils")
# Without the dictionary words match by their stems, and the daemon says so.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "hunspell-sv")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    "${PROJECT_SOURCE_DIR}/packaging/conffiles;${PROJECT_SOURCE_DIR}/packaging/postinst;${PROJECT_SOURCE_DIR}/packaging/prerm;${PROJECT_SOURCE_DIR}/packaging/postrm")
include(CPack)
