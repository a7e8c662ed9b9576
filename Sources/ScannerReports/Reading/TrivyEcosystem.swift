/// trivy's names of package kinds as package URL types.
enum TrivyEcosystem {
  private static let types = [
    "pip": "pypi", "pipenv": "pypi", "poetry": "pypi", "uv": "pypi", "python-pkg": "pypi",
    "npm": "npm", "yarn": "npm", "pnpm": "npm", "node-pkg": "npm", "bun": "npm",
    "gomod": "golang", "gobinary": "golang", "cargo": "cargo", "rustbinary": "cargo",
    "bundler": "gem", "gemspec": "gem", "composer": "composer", "composer-vendor": "composer",
    "jar": "maven", "pom": "maven", "gradle": "maven", "sbt": "maven", "nuget": "nuget",
    "dotnet-core": "nuget", "packages-props": "nuget", "conan": "conan", "pub": "pub",
    "hex": "hex", "swift": "swift", "cocoapods": "cocoapods", "conda-pkg": "conda",
    "debian": "deb", "ubuntu": "deb", "alpine": "apk", "wolfi": "apk", "chainguard": "apk",
    "redhat": "rpm", "centos": "rpm", "rocky": "rpm", "alma": "rpm", "amazon": "rpm",
    "oracle": "rpm", "fedora": "rpm", "opensuse.leap": "rpm", "cbl-mariner": "rpm",
    "azurelinux": "rpm", "photon": "rpm", "suse linux enterprise server": "rpm",
    "suse linux enterprise micro": "rpm", "opensuse.tumbleweed": "rpm", "opensuse-leap": "rpm",
  ]

  static func type(_ name: String) -> String { types[name.lowercased()] ?? "generic" }

  /// Packages of a system are named below the system.
  static func name(_ name: String, _ system: String) -> String {
    ["deb", "apk", "rpm"].contains(type(system)) ? "\(system.lowercased())/\(name)" : name
  }
}
